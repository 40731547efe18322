import { sql } from 'kysely';
import { runSeatBatch, type SeatCommand } from '#modules/booking/index.ts';
import type { TicketService } from '#modules/ticket/index.ts';
import type { Tx } from '#platform/db/database.ts';
import type { ClassKey } from '../catalogue/classes.ts';
import { demoLocations } from '../catalogue/places-and-people.ts';
import type { DemoStudio, Member, Session } from '../insert-studio.ts';
import type { Person } from '../people/people.ts';
import type { Agenda } from '../story/agenda.ts';
import type { Attempt, Deed } from './deed.ts';
import { sellTicket } from './sell-ticket.ts';
import { sendPipelined } from './send-pipelined.ts';

/** Classes that are never full, in which the visitor's own story plays; nothing else happens to them. */
export const quietClasses: readonly ClassKey[] = ['hatha', 'mobility', 'matPilates'];

const EMAIL = 'member@openmat.local';
const JOINED_DAYS_AGO = 25;

/** Makes the first of the people who joined in the last weeks the one whom a visitor signs in as. */
export function withDemoMember(people: readonly Person[], dawn: Temporal.Instant): Person[] {
  const since = dawn.subtract({ hours: 24 * JOINED_DAYS_AGO });
  const index = people.findIndex(({ joinedAt }) => Temporal.Instant.compare(joinedAt, since) > 0);
  const role = { name: 'Alex Novak', email: EMAIL, locale: 'en', city: 'Ljubljana', perWeek: 0, leftAt: null } as const;
  return people.map((person, position) => (position === index ? { ...person, ...role } : person));
}

/**
 * The visitor's own story, so that every screen has something to show: five entries, two classes taken, one canceled in
 * time, one to come.
 */
export function planDemoMember(
  agenda: Agenda<Deed>,
  studio: DemoStudio,
  tickets: TicketService,
  now: Temporal.Instant,
): void {
  const member = demoMember(studio);
  agenda.add(member.joinedAt.add({ hours: 2 }), {
    work: async (tx, at) => void (await sellTicket(tx, tickets, { userId: member.id, plan: studio.plans.five, at })),
  });
  const session = (name: ClassKey, fromDays: number, toDays: number) => find(studio, now, name, fromDays, toDays);
  const book = (of: Session, decided?: Attempt['decided']) =>
    agenda.add(of.startsAt.subtract({ hours: 24 * 6 }), {
      command: { kind: 'book', sessionId: of.id, userId: member.id },
      ...(decided && { decided }),
    });

  book(session('hatha', -18, -13));
  const canceled = session('mobility', -12, -8);
  book(canceled, (decision) => {
    if (decision.outcome !== 'booked') return;
    const { id: bookingId, sessionId, userId } = decision.booking;
    const command = { kind: 'cancel', sessionId, bookingId, userId, forfeit: false } as const;
    agenda.add(canceled.startsAt.subtract({ hours: 10 }), { command });
  });
  book(session('matPilates', -7, -1));
  book(session('hatha', 1, 5.5));
}

/** The last thing that happens: the visitor joins a waiting list. */
export async function joinWaitingList(tx: Tx, studio: DemoStudio, now: Temporal.Instant): Promise<void> {
  const member = demoMember(studio);
  const { id: sessionId, seatsLeft, startsAt } = await fullestSession(tx, member, now);
  const book = (userId: string): SeatCommand => ({ kind: 'book', sessionId, userId });
  const others = seatsLeft > 0 ? await whoCouldCome(tx, sessionId, startsAt) : [];
  const commands = [...others.slice(0, seatsLeft).map(book), book(member.id)];
  await runSeatBatch(sendPipelined(tx), commands, { jobs: null, now });
}

function demoMember({ members }: DemoStudio): Member {
  const member = members.find(({ email }) => email === EMAIL);
  if (!member) throw new Error('the demo has lost its member');
  return member;
}

function find(
  { sessions }: DemoStudio,
  now: Temporal.Instant,
  name: ClassKey,
  fromDays: number,
  toDays: number,
): Session {
  const session = sessions.find(({ slot, startsAt }) => {
    const days = now.until(startsAt).total('hours') / 24;
    const isNear = demoLocations[slot.location].timeZone === demoLocations.riverside.timeZone;
    return slot.class === name && isNear && days >= fromDays && days < toDays;
  });
  if (!session) throw new Error(`no ${name} between day ${fromDays} and ${toDays}`);
  return session;
}

/** A coming session, full if there is one, at a time when the member is free. */
async function fullestSession(tx: Tx, { id }: Member, now: Temporal.Instant) {
  const { rows } = await sql<{ id: string; seatsLeft: number; startsAt: Temporal.Instant }>`
    select s.id, s.capacity - s.active_count as seats_left, s.starts_at
    from sessions s join locations l on l.id = s.location_id
    where s.state = 'scheduled' and l.name = ${demoLocations.riverside.name}
      and s.starts_at between ${now}::timestamptz + interval '26 hours' and ${now}::timestamptz + interval '6 days'
      and not exists (
        select from bookings b
        where b.user_id = ${id} and b.state <> 'canceled' and b.starts_at::date = s.starts_at::date)
    order by s.capacity - s.active_count, s.waiting_count, s.starts_at
    limit 1`.execute(tx);
  const [session] = rows;
  if (!session) throw new Error('the demo has no coming session');
  return session;
}

/** Members with an unlimited ticket who have nothing else on that day. */
async function whoCouldCome(tx: Tx, sessionId: string, startsAt: Temporal.Instant): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select u.id from users u
    where exists (
      select from tickets t
      where t.user_id = u.id and t.unlimited and t.state = 'active' and t.valid_from <= ${startsAt} and t.valid_until > ${startsAt})
    and not exists (
      select from bookings b
      where b.user_id = u.id and b.state <> 'canceled' and (b.session_id = ${sessionId} or b.starts_at::date = ${startsAt}::timestamptz::date))
    order by u.created_at, u.id`.execute(tx);
  return rows.map(({ id }) => id);
}
