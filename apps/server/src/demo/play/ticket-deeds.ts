import { grantOfPlan, type TicketService } from '#modules/ticket/index.ts';
import type { Tx } from '#platform/db/database.ts';
import type { DemoStudio, Member } from '../insert-studio.ts';
import type { Random } from '../random.ts';
import type { Agenda } from '../story/agenda.ts';
import type { Deed, Work } from './deed.ts';
import { refundSale } from './refund-sale.ts';
import { sellTicket } from './sell-ticket.ts';

/** What the admin did about tickets and money: gifts, corrections, freezes and refunds. */
export function planTicketDeeds(
  agenda: Agenda<Deed>,
  studio: DemoStudio,
  tickets: TicketService,
  random: Random,
  dawn: Temporal.Instant,
): void {
  const { plans, admin: actor, members } = studio;
  const daysAgo = (days: number) => dawn.subtract({ minutes: Math.round(days * 1440) });
  const regulars = members.filter(({ perWeek, leftAt }) => perWeek > 1 && !leftAt);
  const sleepers = members.filter(({ perWeek }) => perWeek === 0);
  const leavers = members.filter(({ leftAt }) => leftAt && Temporal.Instant.compare(leftAt, daysAgo(4)) < 0);

  for (const member of sleepers.slice(0, 5)) {
    const work: Work['work'] = async (tx, at) => {
      const { id: planId } = plans.single;
      const terms = { ...grantOfPlan(plans.single, at), userId: member.id, planId, paymentId: null };
      await tickets.grantTicket(tx, { ...terms, actor, reason: 'A first class on the house', at });
    };
    agenda.add(daysAgo(random.between(1, 30)), { work });
  }
  for (const member of some(random, regulars, 6)) {
    const work: Work['work'] = async (tx, at) => {
      const ticket = await newestTicket(tx, member, 'limited');
      const reason = 'The class had to end early';
      if (ticket) await tickets.changeTicket(tx, ticket, { entriesDelta: 1 }, { actor, reason, at });
    };
    agenda.add(daysAgo(random.between(1, 30)), { work });
  }
  for (const member of leavers.filter(({ plan }) => plan === 'monthly').slice(0, 3)) {
    const work: Work['work'] = async (tx, at) => {
      const ticket = await newestTicket(tx, member, 'unlimited', at);
      if (ticket) await tickets.freezeTicket(tx, ticket, { actor, reason: 'Injured, back in a few weeks', at });
    };
    if (member.leftAt) agenda.add(member.leftAt.add({ hours: 20 }), { work });
  }
  for (const member of leavers.filter(({ plan }) => plan !== 'monthly').slice(0, 4)) {
    if (member.leftAt) buyAndReturn(member, member.leftAt, plans.ten.priceMinor, 'Moves to another city');
  }
  for (const member of some(random, regulars, 2)) {
    buyAndReturn(member, daysAgo(random.between(3, 25)), 20_00, 'Sorry for the canceled class');
  }

  function buyAndReturn(member: Member, when: Temporal.Instant, amountMinor: number, reason: string): void {
    const work: Work['work'] = async (tx, at) => {
      const sold = await sellTicket(tx, tickets, { userId: member.id, plan: plans.ten, at });
      agenda.add(at.add({ hours: 20 }), {
        work: (later, refundedAt) => refundSale(later, tickets, sold, { amountMinor, reason, actor, at: refundedAt }),
      });
    };
    agenda.add(when.add({ hours: 24 }), { work });
  }
}

function some<T>(random: Random, list: readonly T[], count: number): T[] {
  return Array.from({ length: count }, () => random.pick(list));
}

async function newestTicket(
  tx: Tx,
  { id }: Member,
  kind: 'limited' | 'unlimited',
  validAt?: Temporal.Instant,
): Promise<string | undefined> {
  const ticket = await tx
    .selectFrom('tickets')
    .select('id')
    .where('userId', '=', id)
    .where('unlimited', '=', kind === 'unlimited')
    .where('state', '=', 'active')
    .$if(validAt !== undefined, (query) => query.where('validUntil', '>', validAt ?? null))
    .orderBy('id', 'desc')
    .executeTakeFirst();
  return ticket?.id;
}
