import type { Decision } from '#modules/booking/index.ts';
import type { TicketService } from '#modules/ticket/index.ts';
import { demoClasses } from '../catalogue/classes.ts';
import type { PlanKey } from '../catalogue/plans.ts';
import type { DemoStudio, Member, Session } from '../insert-studio.ts';
import type { Random } from '../random.ts';
import type { Agenda } from '../story/agenda.ts';
import type { Wish } from '../story/plan-wishes.ts';
import type { Deed } from './deed.ts';
import { abandonCheckout, sellTicket } from './sell-ticket.ts';

type MemberWish = Wish<Member, Session>;

const { compare } = Temporal.Instant;
/** The studio's usual cutoff, as the schema sets it. */
const CUTOFF_MINUTES = 120;

/**
 * What members do: they try to book what they wish for, buy a ticket when they have none that serves, and change their
 * minds, some in time and some too late.
 */
export class MemberDeeds {
  readonly #agenda: Agenda<Deed>;
  readonly #studio: DemoStudio;
  readonly #tickets: TicketService;
  readonly #random: Random;
  /** Members who bought something at any time, and those who are about to. */
  readonly #customers = new Set<Member>();
  readonly #buying = new Set<Member>();
  /** Sessions with a waiting list, which ends when they start. */
  readonly #queues = new Set<Session>();

  constructor(agenda: Agenda<Deed>, studio: DemoStudio, tickets: TicketService, random: Random) {
    this.#agenda = agenda;
    this.#studio = studio;
    this.#tickets = tickets;
    this.#random = random;
  }

  /** Puts the attempt to book on the agenda, and with it all that follows. */
  plan(wish: MemberWish): void {
    this.#tryToBook(wish, true);
  }

  /** Puts a purchase on the agenda. */
  planPurchase(member: Member, plan: PlanKey, at: Temporal.Instant): void {
    this.#customers.add(member);
    this.#agenda.add(at, {
      work: async (tx, paidAt) => {
        await sellTicket(tx, this.#tickets, { userId: member.id, plan: this.#studio.plans[plan], at: paidAt });
      },
    });
  }

  #tryToBook(wish: MemberWish, mayBuy: boolean): void {
    const { person, session, at } = wish;
    const random = this.#random.fork(`${person.email} ${session.startsAt}`);
    // Some call or ask at the desk.
    const staff = random.chance(0.03) && { staff: this.#studio.staff };
    this.#agenda.add(at, {
      command: { kind: 'book', sessionId: session.id, userId: person.id, ...staff },
      decided: (decision, now) => {
        if (decision.outcome === 'booked') this.#thinkAgain(random, wish, decision.booking, now);
        else if (mayBuy && isWithoutTicket(decision) && random.chance(0.94)) this.#buyAndRetry(random, wish, now);
      },
    });
  }

  #buyAndRetry(random: Random, wish: MemberWish, now: Temporal.Instant): void {
    const { person, session } = wish;
    if (!this.#buying.has(person)) {
      this.#buying.add(person);
      this.#agenda.add(now.add({ minutes: 3 }), this.#purchase(random, person, this.#choosePlan(person, session)));
    }
    this.#tryToBook({ ...wish, at: now.add({ minutes: 4 }) }, false);
  }

  #purchase(random: Random, member: Member, plan: PlanKey): Deed {
    const hesitates = random.chance(0.05);
    return {
      work: async (tx, at) => {
        const sale = { userId: member.id, plan: this.#studio.plans[plan], at };
        if (hesitates) await abandonCheckout(tx, { ...sale, at: at.subtract({ minutes: 20 }) });
        await sellTicket(tx, this.#tickets, sale);
        this.#buying.delete(member);
      },
    };
  }

  #choosePlan(member: Member, { slot }: Session): PlanKey {
    const plan = this.#customers.has(member) ? member.plan : member.firstPlan;
    this.#customers.add(member);
    return plan === 'reformerFive' && slot.class !== 'reformer' ? 'five' : plan;
  }

  /** What becomes of a booking, apart from the seat that the rules may give it. */
  #thinkAgain(random: Random, wish: MemberWish, { id, state }: { id: string; state: string }, now: Temporal.Instant) {
    const { person, session } = wish;
    if (state === 'waiting') this.#endQueueAtStart(session);
    const leaves = random.chance(state === 'waiting' ? 0.1 : 0.16);
    if (!leaves) return;
    const late = random.chance(0.45);
    const at = late ? lateFor(random, session) : inTimeFor(random, session, now);
    if (compare(at, now) <= 0) return;
    const command = { kind: 'cancel', sessionId: session.id, bookingId: id, userId: person.id, forfeit: late } as const;
    this.#agenda.add(at, { command });
  }

  #endQueueAtStart(session: Session): void {
    if (this.#queues.has(session)) return;
    this.#queues.add(session);
    this.#agenda.add(session.startsAt, { command: { kind: 'closeList', sessionId: session.id } });
  }
}

function isWithoutTicket(decision: Decision): boolean {
  return decision.outcome === 'refused' && decision.code === 'no_usable_ticket';
}

function cutoffMinutes({ slot }: Session): number {
  return demoClasses[slot.class].cancellationCutoffMinutes ?? CUTOFF_MINUTES;
}

/** At some time from now until an hour or so before the cutoff. */
function inTimeFor(random: Random, session: Session, now: Temporal.Instant): Temporal.Instant {
  const last = session.startsAt.subtract({ minutes: cutoffMinutes(session) + 75 });
  const minutes = last.since(now).total('minutes');
  return minutes > 0 ? now.add({ minutes: Math.round(random.next() * minutes) }) : now;
}

/** After the cutoff, and with an hour to spare until the start, because beats are an hour or two apart. */
function lateFor(random: Random, session: Session): Temporal.Instant {
  return session.startsAt.subtract({ minutes: Math.round(random.between(65, cutoffMinutes(session) - 5)) });
}
