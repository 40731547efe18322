import { sql } from 'kysely';
import { createPasswordHasher } from '#modules/identity/index.ts';
import { findStudio, policyOf, type StudioPolicy } from '#modules/schedule/index.ts';
import { createTicketService } from '#modules/ticket/index.ts';
import { openDatabase, type Tx } from '#platform/db/database.ts';
import { inTransaction } from '#platform/db/transaction.ts';
import { demoLocations } from './catalogue/places-and-people.ts';
import { type DemoStudio, insertStudio } from './insert-studio.ts';
import { inventPeople } from './people/people.ts';
import { recordAttendance } from './play/attendance.ts';
import type { Deed } from './play/deed.ts';
import { DeferredSeats } from './play/deferred-seats.ts';
import { joinWaitingList, planDemoMember, withDemoMember } from './play/demo-member.ts';
import { MemberDeeds } from './play/member-deeds.ts';
import { planPastPurchases } from './play/past-purchases.ts';
import { playStory } from './play/play-story.ts';
import { planScheduleDeeds } from './play/schedule-deeds.ts';
import { planTicketDeeds } from './play/ticket-deeds.ts';
import { Random } from './random.ts';
import { Agenda } from './story/agenda.ts';
import { planBeats } from './story/beats.ts';
import { planSeries } from './story/plan-series.ts';
import { planSessions } from './story/plan-sessions.ts';
import { planWishes } from './story/plan-wishes.ts';

const OPEN_FOR_DAYS = 300;
/** The studio's zone decides what day it is. */
const { timeZone } = demoLocations.riverside;

export interface DemoOptions {
  databaseUrl: string;
  /** Of `admin@`, `staff@` and `member@openmat.local`. */
  password: string;
  /** The present of the demo. */
  now?: Temporal.Instant;
  /** How many members there are, `member@` among them. */
  members?: number;
}

/**
 * Fills an empty database with a studio that looks as if it had been open for months. Everything that members do goes
 * through the rules of the product, at the time when they do it; what happens is the same for everybody who asks on
 * the same day, and has happened up to the present minute.
 *
 * @returns false when the database is not empty; nothing was changed then
 */
export async function seedDemo(options: DemoOptions): Promise<boolean> {
  const { databaseUrl: url, password, now = Temporal.Now.instant(), members = 400 } = options;
  const passwordHash = await createPasswordHasher().hash(password);
  // Thousands of small statements, one after the other: without a pipeline it would be mostly waiting.
  const { db } = openDatabase({
    url,
    size: 1,
    pipeline: true,
    applicationName: 'openmat-demo',
    log: { warn: () => {} },
  });
  try {
    const isSeeded = await inTransaction(db, async (tx) => {
      // Two that start at once: the second waits and finds the database filled.
      await sql`select pg_advisory_xact_lock(hashtext('openmat demo'))`.execute(tx);
      if (!(await isEmpty(tx))) return false;
      await tellStory(tx, { passwordHash, policy: policyOf(await findStudio(tx)), now, members });
      return true;
    });
    // A database filled at one go has no statistics yet, and the first visitors would get poor plans.
    if (isSeeded) await sql`analyze`.execute(db);
    return isSeeded;
  } finally {
    await db.destroy();
  }
}

async function isEmpty(tx: Tx): Promise<boolean> {
  const { rows } = await sql<{ empty: boolean }>`
    select not (exists (select from users) or exists (select from locations) or exists (select from class_types)
      or exists (select from instructors) or exists (select from ticket_plans)) as empty`.execute(tx);
  return rows[0]?.empty ?? false;
}

interface Present {
  passwordHash: string;
  policy: StudioPolicy;
  now: Temporal.Instant;
  members: number;
}

async function tellStory(tx: Tx, { passwordHash, policy, now, members }: Present): Promise<void> {
  const today = now.toZonedDateTimeISO(timeZone).toPlainDate();
  const dawn = today.toZonedDateTime(timeZone).toInstant();
  const random = new Random(`openmat ${today}`);
  const studio = await insertStudio(tx, {
    people: withDemoMember(inventPeople(random.fork('people'), members, dawn), dawn),
    series: planSeries(today),
    sessions: planSessions(today),
    openedAt: dawn.subtract({ hours: 24 * OPEN_FOR_DAYS }),
    passwordHash,
  });
  const agenda = new Agenda<Deed>(planBeats(random.fork('beats'), now, timeZone));
  const seats = new DeferredSeats();
  planEverything(studio, agenda, seats, { random, policy, dawn });
  await playStory(tx, agenda, seats);
  await joinWaitingList(tx, studio, now);
  await recordAttendance(tx, studio, random.fork('attendance'), now);
}

interface Circumstances {
  random: Random;
  policy: StudioPolicy;
  dawn: Temporal.Instant;
}

function planEverything(
  studio: DemoStudio,
  agenda: Agenda<Deed>,
  seats: DeferredSeats,
  { random, policy, dawn }: Circumstances,
): void {
  const tickets = createTicketService({ seats });
  const members = new MemberDeeds(agenda, studio, tickets, random.fork('members'));
  planPastPurchases(members, studio, dawn);
  planDemoMember(agenda, studio, tickets, dawn);
  planScheduleDeeds(agenda, studio, random.fork('schedule'), dawn);
  planTicketDeeds(agenda, studio, tickets, random.fork('tickets'), dawn);
  for (const wish of planWishes(random.fork('wishes'), studio.members, studio.sessions, policy)) members.plan(wish);
}
