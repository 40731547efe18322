import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { hoursFromNow } from '../../../test-support/fixtures.ts';
import { queuedJobs } from '../../../test-support/queued-jobs.ts';
import { type Person, type StudioApi, startStudioApi } from '../../../test-support/studio-api.ts';
import { savePreferences } from './preferences.ts';
import { sendMessageJob } from './record-messages.ts';
import { recordReminders } from './record-reminders.ts';

let studio: StudioApi;
beforeAll(async () => {
  studio = await startStudioApi();
});
afterAll(() => studio.close());

const booked = async (inHours: number) => {
  const [anna, session] = [await studio.person(), await studio.session({ startsAt: hoursFromNow(inHours) })];
  const { id: bookingId } = await anna.book(session.id);
  return { anna, session, startsAt: session.startsAt, bookingId };
};
const before = (startsAt: Temporal.Instant, minutes: number) => startsAt.subtract({ minutes });
/** The work of a minute, done twice. */
const remindAt = async (now: Temporal.Instant) => {
  await recordReminders(studio.services, now);
  await recordReminders(studio.services, now);
};
const remindersOf = ({ id }: Person) =>
  studio.db
    .selectFrom('messages')
    .select(['id', 'kind', 'bookingId', 'cause', 'data', 'status'])
    .where('userId', '=', id)
    .where('kind', '=', 'reminder')
    .orderBy('id')
    .execute();
const minutesTold = async (person: Person) =>
  (await remindersOf(person)).map(({ data }) => (data as { minutesBefore: number }).minutesBefore);

test('a day and two hours before, once each', async () => {
  const { anna, startsAt, bookingId } = await booked(48);
  for (const minutes of [1_441, 1_440, 1_439, 121, 119, 0]) await remindAt(before(startsAt, minutes));
  const reminders = await remindersOf(anna);
  const of = (minutesBefore: number) => ({
    kind: 'reminder',
    bookingId,
    cause: `reminder:${bookingId}:${startsAt}:${minutesBefore}`,
    data: { startsAt: startsAt.toString(), minutesBefore },
    status: 'queued',
  });
  expect(reminders).toMatchObject([of(1_440), of(120)]);
  const queued = (await queuedJobs(studio.db, sendMessageJob)).map(({ messageId }) => messageId);
  for (const { id } of reminders) expect(queued.filter((each) => each === id)).toHaveLength(1);
});

test('after an outage the shorter one, and no other afterwards', async () => {
  const { anna, startsAt } = await booked(48);
  for (const minutes of [100, 99, 5]) await remindAt(before(startsAt, minutes));
  expect(await minutesTold(anna)).toEqual([120]);
});

test('as members chose, also earlier than the default', async () => {
  const { anna, startsAt } = await booked(24 * 8);
  await savePreferences(studio.db, anna.id, { reminders: [10_080, 30] });
  for (const minutes of [10_080, 1_440, 120, 30]) await remindAt(before(startsAt, minutes));
  expect(await minutesTold(anna)).toEqual([10_080, 30]);
});

test('not to members who chose none', async () => {
  const { anna, startsAt } = await booked(48);
  await savePreferences(studio.db, anna.id, { reminders: [] });
  await remindAt(before(startsAt, 100));
  expect(await minutesTold(anna)).toEqual([]);
});

test('not to members who booked after it was due', async () => {
  const { anna, startsAt } = await booked(20);
  await remindAt(before(startsAt, 20 * 60 - 1));
  expect(await minutesTold(anna)).toEqual([]);
  await remindAt(before(startsAt, 120));
  expect(await minutesTold(anna)).toEqual([120]);
});

test('not to members who got the place after it was due', async () => {
  const { anna, startsAt, bookingId } = await booked(48);
  const promotedAt = before(startsAt, 300);
  await studio.db.updateTable('bookings').set({ promotedAt }).where('id', '=', bookingId).execute();
  await remindAt(before(startsAt, 299));
  expect(await minutesTold(anna)).toEqual([]);
});

test('again when the session was moved, unless the move came later than the reminder would have', async () => {
  const { anna, session, startsAt } = await booked(48);
  await remindAt(before(startsAt, 1_440));
  const moved = startsAt.add({ hours: 24 * 3 });
  await studio.shift(session.id, moved);
  await remindAt(before(moved, 1_440));
  expect(await minutesTold(anna)).toEqual([1_440, 1_440]);

  const sooner = before(moved, 60);
  await studio.shift(session.id, sooner);
  await studio.db
    .updateTable('sessions')
    .set({ movedAt: before(sooner, 1_000) })
    .where('id', '=', session.id)
    .execute();
  await remindAt(before(sooner, 999));
  expect(await minutesTold(anna)).toEqual([1_440, 1_440]);
  await remindAt(before(sooner, 120));
  expect(await minutesTold(anna)).toEqual([1_440, 1_440, 120]);
});

test.each<[string, (sessionId: string, bookingId: string, anna: Person) => Promise<unknown>]>([
  ['canceled', (_, id, anna) => anna.post(`/bookings/${id}/cancel`, {})],
  [
    'waiting',
    (_, id) => sql`update bookings set state = 'waiting', queue_number = 1 where id = ${id}`.execute(studio.db),
  ],
  ['of a deleted session', (id) => sql`update sessions set deleted_at = now() where id = ${id}`.execute(studio.db)],
])('not of a booking that is %s', async (_, change) => {
  const { anna, session, startsAt, bookingId } = await booked(48);
  await change(session.id, bookingId, anna);
  await remindAt(before(startsAt, 100));
  expect(await minutesTold(anna)).toEqual([]);
});
