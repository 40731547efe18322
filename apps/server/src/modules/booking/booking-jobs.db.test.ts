import { afterEach, beforeEach, expect, test } from 'vitest';
import { auditInvariants } from '#doctor/index.ts';
import { gatherCrowd } from '../../../test-support/crowd.ts';
import { fixtures, hoursFromNow } from '../../../test-support/fixtures.ts';
import { queuedJobs } from '../../../test-support/queued-jobs.ts';
import { startTestEngine, type TestEngine } from '../../../test-support/test-engine.ts';
import { bookingEventsJob } from './booking-events-job.ts';
import { bookingJobs, closeListsJob, sweepQueuesJob } from './booking-jobs.ts';

let studio: TestEngine;
beforeEach(async () => {
  studio = await startTestEngine();
});
afterEach(() => studio.stop());

function run(definition: { name: string }): Promise<void> {
  const job = bookingJobs(studio).find((registered) => registered.definition.name === definition.name);
  if (!job) throw new Error(`${definition.name} is not registered`);
  return job.handle({}, new AbortController().signal);
}

/** A session with one seat; the first of `count` members has it, the others wait. */
async function fullSession(count: number) {
  const session = await fixtures(studio.db).session({ capacity: 1 });
  const crowd = await gatherCrowd(studio.db, studio.databaseUrl, count, 1);
  const members = crowd.map(({ id }) => id);
  await Promise.all(members.map((id) => studio.book(id, session.id)));
  return { sessionId: session.id, members };
}

const setTickets = (
  userIds: readonly string[],
  change: { state: 'frozen' | 'active'; frozenAt: Temporal.Instant | null },
) => studio.db.updateTable('tickets').set(change).where('userId', 'in', userIds).execute();

const logOf = (sessionId: string) =>
  studio.db
    .selectFrom('promotionLog')
    .select(['userId', 'outcome', 'cause'])
    .where('sessionId', '=', sessionId)
    .execute();

test('the lists of started sessions end once, and their members are told once', async () => {
  const { sessionId, members } = await fullSession(3);
  const coming = await fullSession(2);
  const { db } = studio;
  const started = { startsAt: hoursFromNow(-0.1), endsAt: hoursFromNow(1) };
  await db.updateTable('sessions').set(started).where('id', '=', sessionId).execute();
  await db.updateTable('bookings').set(started).where('sessionId', '=', sessionId).execute();
  await run(closeListsJob);
  await run(closeListsJob);
  expect(await studio.places(sessionId)).toEqual({ active: [members[0]], waiting: [] });
  expect((await studio.places(coming.sessionId)).waiting).toHaveLength(1);
  const events = (await queuedJobs(db, bookingEventsJob)).flatMap((job) => job.events);
  expect(events.filter(({ kind }) => kind === 'waiting_list_closed')).toHaveLength(2);
  expect(await auditInvariants(db)).toEqual([]);
});

test('a list ends also when nobody was there to end it in time', async () => {
  const { sessionId } = await fullSession(2);
  const { db } = studio;
  const lastWeek = { startsAt: hoursFromNow(-24 * 7), endsAt: hoursFromNow(-24 * 7 + 1) };
  await db.updateTable('sessions').set(lastWeek).where('id', '=', sessionId).execute();
  await db.updateTable('bookings').set(lastWeek).where('sessionId', '=', sessionId).execute();
  await run(closeListsJob);
  expect((await studio.places(sessionId)).waiting).toEqual([]);
});

test('the sweep lets up who can take a free seat by now, and the next one finds nothing to do', async () => {
  const { sessionId, members } = await fullSession(3);
  const [holder = '', first = '', second = ''] = members;
  await setTickets([first, second], { state: 'frozen', frozenAt: hoursFromNow(0) });
  await studio.cancel(holder, sessionId);
  await setTickets([second], { state: 'active', frozenAt: null });
  await run(sweepQueuesJob);
  await run(sweepQueuesJob);
  expect(await studio.places(sessionId)).toEqual({ active: [second], waiting: [first] });
  expect(await auditInvariants(studio.db)).toEqual([]);
});

test('what did not change since the last decision is not written down every minute', async () => {
  const { sessionId, members } = await fullSession(2);
  const [holder = '', waiter = ''] = members;
  await setTickets([waiter], { state: 'frozen', frozenAt: hoursFromNow(0) });
  await studio.cancel(holder, sessionId);
  await run(sweepQueuesJob);
  await run(sweepQueuesJob);
  const skipped = { userId: waiter, outcome: 'no_usable_ticket', cause: 'seat_freed' };
  expect(await logOf(sessionId)).toEqual([skipped]);

  await studio.db
    .updateTable('users')
    .set({ blockedAt: hoursFromNow(0) })
    .where('id', '=', waiter)
    .execute();
  await run(sweepQueuesJob);
  await run(sweepQueuesJob);
  expect(await logOf(sessionId)).toEqual([skipped, { userId: waiter, outcome: 'account_blocked', cause: 'swept' }]);
});
