import type { AuditActor } from '#modules/audit/index.ts';
import { grantOfPlan, type TicketService } from '#modules/ticket/index.ts';
import type { Tx } from '#platform/db/database.ts';
import type { DemoStudio, Member } from '../insert-studio.ts';
import type { Random } from '../random.ts';
import type { Agenda } from '../story/agenda.ts';
import type { Deed, Work } from './deed.ts';
import { type Refund, refundSale } from './refund-sale.ts';
import { sellTicket } from './sell-ticket.ts';

/** What the admin did about tickets and money: gifts, corrections, freezes and refunds. */
export function planTicketDeeds(
  agenda: Agenda<Deed>,
  studio: DemoStudio,
  tickets: TicketService,
  random: Random,
  dawn: Temporal.Instant,
): void {
  const daysAgo = (days: number) => dawn.subtract({ minutes: Math.round(days * 1440) });
  const office = new Office(agenda, studio, tickets);
  const { members } = studio;
  const regulars = members.filter(({ perWeek, leftAt }) => perWeek > 1 && !leftAt);
  const leavers = members.flatMap((member) => {
    const { leftAt } = member;
    return leftAt && Temporal.Instant.compare(leftAt, daysAgo(4)) < 0 ? [{ ...member, leftAt }] : [];
  });
  const injured = leavers.filter(({ plan }) => plan === 'monthly').slice(0, 3);
  const moved = leavers.filter(({ plan }) => plan !== 'monthly').slice(0, 4);
  const { priceMinor } = studio.plans.ten;

  for (const member of members.filter(({ perWeek }) => perWeek === 0).slice(0, 5)) {
    office.give(member, daysAgo(random.between(1, 30)), 'A first class on the house');
  }
  for (const member of some(random, regulars, 6)) {
    office.addEntry(member, daysAgo(random.between(1, 30)), 'The class had to end early');
  }
  for (const member of injured) office.freeze(member, member.leftAt.add({ hours: 20 }), 'Injured, back in a few weeks');
  for (const member of moved) {
    office.sellAndRefund(member, member.leftAt.add({ hours: 20 }), { amountMinor: priceMinor, reason: 'Moved away' });
  }
  for (const member of some(random, regulars, 2)) {
    const goodwill = { amountMinor: 20_00, reason: 'Sorry for the canceled class' };
    office.sellAndRefund(member, daysAgo(random.between(3, 25)), goodwill);
  }
}

function some<T>(random: Random, list: readonly T[], count: number): T[] {
  return Array.from({ length: count }, () => random.pick(list));
}

/** The admin at the desk; each of these goes on the agenda. */
class Office {
  readonly #agenda: Agenda<Deed>;
  readonly #plans: DemoStudio['plans'];
  readonly #actor: AuditActor;
  readonly #tickets: TicketService;

  constructor(agenda: Agenda<Deed>, { plans, admin }: DemoStudio, tickets: TicketService) {
    this.#agenda = agenda;
    this.#plans = plans;
    this.#actor = admin;
    this.#tickets = tickets;
  }

  /** A single class without a payment. */
  give({ id: userId }: Member, when: Temporal.Instant, reason: string): void {
    const { single } = this.#plans;
    this.#plan(when, async (tx, at) => {
      const terms = { ...grantOfPlan(single, at), userId, planId: single.id, paymentId: null };
      await this.#tickets.grantTicket(tx, { ...terms, actor: this.#actor, reason, at });
    });
  }

  addEntry(member: Member, when: Temporal.Instant, reason: string): void {
    this.#plan(when, async (tx, at) => {
      const ticket = await newestTicket(tx, member, { unlimited: false, at });
      if (ticket) await this.#tickets.changeTicket(tx, ticket, { entriesDelta: 1 }, { actor: this.#actor, reason, at });
    });
  }

  freeze(member: Member, when: Temporal.Instant, reason: string): void {
    this.#plan(when, async (tx, at) => {
      const ticket = await newestTicket(tx, member, { unlimited: true, at });
      if (ticket) await this.#tickets.freezeTicket(tx, ticket, { actor: this.#actor, reason, at });
    });
  }

  /** Ten entries that the member thinks better of on the next day. */
  sellAndRefund({ id: userId }: Member, when: Temporal.Instant, refund: Pick<Refund, 'amountMinor' | 'reason'>): void {
    this.#plan(when, async (tx, at) => {
      const sold = await sellTicket(tx, this.#tickets, { userId, plan: this.#plans.ten, at });
      this.#plan(at.add({ hours: 20 }), (later, refundedAt) =>
        refundSale(later, this.#tickets, sold, { ...refund, actor: this.#actor, at: refundedAt }),
      );
    });
  }

  #plan(when: Temporal.Instant, work: Work['work']): void {
    this.#agenda.add(when, { work });
  }
}

/** A ticket that could be used, if the member has one. */
async function newestTicket(
  tx: Tx,
  { id }: Member,
  { unlimited, at }: { unlimited: boolean; at: Temporal.Instant },
): Promise<string | undefined> {
  const ticket = await tx
    .selectFrom('tickets')
    .select('id')
    .where('userId', '=', id)
    .where('unlimited', '=', unlimited)
    .where('state', '=', 'active')
    .where((is) => is.or([is('validUntil', 'is', null), is('validUntil', '>', at)]))
    .orderBy('id', 'desc')
    .executeTakeFirst();
  return ticket?.id;
}
