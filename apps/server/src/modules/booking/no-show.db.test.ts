import { sql } from 'kysely';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { auditInvariants } from '#doctor/index.ts';
import { fixtures } from '../../../test-support/fixtures.ts';
import { startTestEngine, type TestEngine } from '../../../test-support/test-engine.ts';
import { bookingJobs } from './booking-jobs.ts';
import { markNoShows, noShowStatement } from './no-show.ts';
import { markNoShowsJob } from './no-show-job.ts';

let studio: TestEngine;
beforeAll(async () => {
  studio = await startTestEngine();
});
afterAll(() => studio.stop());

const now = Temporal.Instant.from('2026-03-29T12:00Z');

type Attendance = 'came' | 'did not come' | 'canceled' | 'marked';

/** A session of an hour that ended so many minutes before `now`, and a booking for each attendance. */
async function ended(minutesAgo: number, attendances: Attendance[], row = {}): Promise<string> {
  const { db } = studio;
  const rows = fixtures(db);
  const endsAt = now.subtract({ minutes: minutesAgo });
  const times = { startsAt: endsAt.subtract({ hours: 1 }), endsAt };
  const activeCount = attendances.filter((attendance) => attendance !== 'canceled').length;
  const session = await rows.session({ ...times, activeCount, ...row });
  for (const attendance of attendances) {
    const { id: userId } = await rows.user();
    const { id: ticketId } = await rows.ticket(userId, null);
    await db
      .insertInto('bookings')
      .values({
        ...times,
        sessionId: session.id,
        userId,
        ticketId,
        state: attendance === 'canceled' ? 'canceled' : 'active',
        ...(attendance === 'canceled' && { canceledAt: times.startsAt, canceledReason: 'member' }),
        ...(attendance === 'came' && { checkedInAt: times.startsAt }),
        ...(attendance === 'marked' && { noShowAt: endsAt }),
      })
      .execute();
  }
  return session.id;
}

/** Which of the session's bookings are marked, in the order they were made. */
async function marked(sessionId: string): Promise<boolean[]> {
  const rows = await studio.db
    .selectFrom('bookings')
    .select('noShowAt')
    .where('sessionId', '=', sessionId)
    .orderBy('id')
    .execute();
  return rows.map(({ noShowAt }) => noShowAt?.equals(now) ?? false);
}

const WEEK = 7 * 24 * 60;

test.each<[string, number, Attendance[], boolean[]]>([
  ['who did not come is marked', 30, ['came', 'did not come'], [false, true]],
  ['not before half an hour has passed', 29, ['came', 'did not come'], [false, false]],
  ['also days later', WEEK, ['did not come', 'came'], [true, false]],
  ['not after a week', WEEK + 1, ['came', 'did not come'], [false, false]],
  ['not where nobody was checked in', 60, ['did not come', 'did not come'], [false, false]],
  ['not who had canceled', 60, ['came', 'canceled'], [false, false]],
  ['not who is marked already', 60, ['came', 'marked'], [false, false]],
])('%s', async (_, minutesAgo, attendances, expected) => {
  const sessionId = await ended(minutesAgo, attendances);
  await markNoShows(studio.db, now);
  expect(await marked(sessionId)).toEqual(expected);
});

test('booking-mark-no-shows twice: the second run marks nobody', async () => {
  const sessionId = await ended(45, ['came', 'did not come', 'did not come']);
  expect(await markNoShows(studio.db, now)).toBe(2);
  expect(await markNoShows(studio.db, now)).toBe(0);
  expect(await marked(sessionId)).toEqual([false, true, true]);
});

test('a deleted session is left alone', async () => {
  const sessionId = await ended(45, ['came', 'did not come'], { deletedAt: now });
  await markNoShows(studio.db, now);
  expect(await marked(sessionId)).toEqual([false, false]);
  await studio.db.updateTable('sessions').set({ deletedAt: null }).where('id', '=', sessionId).execute();
  expect(await markNoShows(studio.db, now)).toBe(1);
});

test('who is being checked in at this moment is waited for in the next run', async () => {
  const sessionId = await ended(45, ['came', 'did not come']);
  await studio.db.transaction().execute(async (tx) => {
    await sql`select from bookings where session_id = ${sessionId} for update`.execute(tx);
    expect(await markNoShows(studio.db, now)).toBe(0);
  });
  expect(await markNoShows(studio.db, now)).toBe(1);
});

describe('by the policy of the studio', () => {
  const setPolicy = (policy: { noShowsMarked?: boolean; noShowMinutesAfter?: number }) =>
    studio.db.updateTable('studio').set(policy).execute();
  afterEach(() => setPolicy({ noShowsMarked: true, noShowMinutesAfter: 30 }));

  test.each<[string, { noShowsMarked?: boolean; noShowMinutesAfter?: number }, number, boolean]>([
    ['nobody is marked where that is switched off', { noShowsMarked: false }, 60, false],
    ['at once', { noShowMinutesAfter: 0 }, 0, true],
    ['not before the minutes have passed', { noShowMinutesAfter: 90 }, 89, false],
    ['when the minutes have passed', { noShowMinutesAfter: 90 }, 90, true],
    ['after a day at the latest', { noShowMinutesAfter: 1_440 }, 1_440, true],
  ])('%s', async (_, policy, minutesAgo, isMarked) => {
    const sessionId = await ended(minutesAgo, ['came', 'did not come']);
    await setPolicy(policy);
    await markNoShows(studio.db, now);
    expect(await marked(sessionId)).toEqual([false, isMarked]);
  });
});

test('the worker runs it, and the books stay in order', async () => {
  const job = bookingJobs(studio).find(({ definition }) => definition === markNoShowsJob);
  await job?.handle({}, new AbortController().signal);
  expect(await auditInvariants(studio.db)).toEqual([]);
});

test('it finds sessions by their start and bookings by session, however many there are', async () => {
  const { db } = studio;
  await sql`
    insert into sessions (class_type_id, location_id, instructor_id, starts_at, ends_at, capacity)
    select class_type_id, location_id, instructor_id, t, t + interval '1 hour', 10
    from (select * from sessions limit 1) s,
      generate_series(${now}::timestamptz - interval '1 year', ${now}::timestamptz, interval '1 hour') t`.execute(db);
  await sql`
    insert into bookings (session_id, user_id, ticket_id, starts_at, ends_at, state, checked_in_at)
    select s.id, t.user_id, t.id, s.starts_at, s.ends_at, 'active', case when t.number > 1 then s.starts_at end
    from sessions s, lateral (select *, row_number() over (order by id) as number from tickets order by id limit 4) t
    where s.active_count = 0`.execute(db);
  await studio.asOwner('analyze sessions, bookings');
  const { rows } = await sql<{ 'QUERY PLAN': string }>`explain ${noShowStatement(now, 30)}`.execute(db);
  const plan = rows.map((row) => row['QUERY PLAN']).join('\n');
  expect(plan).toContain('sessions_starts_at');
  expect(plan).toContain('bookings_one_per_member');
  expect(plan).not.toContain('Seq Scan');
});
