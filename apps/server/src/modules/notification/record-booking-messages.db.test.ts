import { afterAll, beforeAll, expect, test } from 'vitest';
import { queuedJobs } from '../../../test-support/queued-jobs.ts';
import { type StudioApi, startStudioApi } from '../../../test-support/studio-api.ts';
import { recordBookingMessages } from './record-booking-messages.ts';
import { sendMessageJob } from './record-messages.ts';

let studio: StudioApi;
beforeAll(async () => {
  studio = await startStudioApi();
});
afterAll(() => studio.close());

const messagesOf = (userId: string) =>
  studio.db
    .selectFrom('messages')
    .select(['id', 'kind', 'bookingId', 'cause', 'data', 'status'])
    .where('userId', '=', userId)
    .orderBy('id')
    .execute();
const queuedIds = async () => (await queuedJobs(studio.db, sendMessageJob)).map(({ messageId }) => messageId);

/** Works off the same job twice, as after a crash. */
async function tellTwice(...events: Parameters<typeof recordBookingMessages>[1]['events']) {
  await recordBookingMessages(studio.services, { events });
  await recordBookingMessages(studio.services, { events });
}

test('what happened becomes one message that is sent once, in the order in which it happened', async () => {
  const anna = await studio.person();
  const { id: bookingId } = await anna.book((await studio.session()).id);
  await tellTwice({ kind: 'booking_waiting', bookingId }, { kind: 'booking_promoted', bookingId });
  const messages = await messagesOf(anna.id);
  expect(messages).toMatchObject([
    { kind: 'booking_waiting', bookingId, cause: `booking_waiting:${bookingId}`, data: {}, status: 'queued' },
    { kind: 'booking_promoted', bookingId },
  ]);
  const queued = await queuedIds();
  for (const { id } of messages) expect(queued.filter((each) => each === id)).toHaveLength(1);
});

test('what may happen again is told for each revision of the session', async () => {
  const anna = await studio.person();
  const { id: bookingId } = await anna.book((await studio.session()).id);
  await tellTwice({ kind: 'session_moved', bookingId, revision: 1 });
  await tellTwice({ kind: 'session_moved', bookingId, revision: 2 });
  expect(await messagesOf(anna.id)).toMatchObject([{ data: { revision: 1 } }, { data: { revision: 2 } }]);
});

test('an open seat is told to everybody who waits, and to nobody else', async () => {
  const session = await studio.session({ capacity: 1 });
  const [anna, ben, eva, zoe] = [
    await studio.person(),
    await studio.person(),
    await studio.person(),
    await studio.person(),
  ];
  await anna.book(session.id);
  const waiting = [await ben.book(session.id), await eva.book(session.id)];
  const left = await zoe.book(session.id);
  await zoe.post(`/bookings/${left.id}/cancel`, {});
  await tellTwice({ kind: 'seat_opened', sessionId: session.id });
  for (const [index, { id }] of [ben, eva].entries()) {
    const bookingId = waiting[index]?.id;
    expect(await messagesOf(id)).toMatchObject([{ kind: 'seat_opened', bookingId, cause: `seat_opened:${bookingId}` }]);
  }
  expect([...(await messagesOf(anna.id)), ...(await messagesOf(zoe.id))]).toEqual([]);
});

test('bookings and sessions that are not there are passed over', async () => {
  const ids = () => studio.db.selectFrom('messages').select('id').execute();
  const before = await ids();
  await tellTwice(
    { kind: 'booking_canceled', bookingId: crypto.randomUUID() },
    { kind: 'seat_opened', sessionId: crypto.randomUUID() },
  );
  expect(await ids()).toEqual(before);
});
