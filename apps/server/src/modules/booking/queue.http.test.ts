import { afterAll, beforeAll, expect, test } from 'vitest';
import { hoursFromNow } from '../../../test-support/fixtures.ts';
import { type Person, type StudioApi, startStudioApi } from '../../../test-support/studio-api.ts';

let studio: StudioApi;
beforeAll(async () => {
  studio = await startStudioApi();
});
afterAll(() => studio.close());

interface Decision {
  outcome: string;
  cause: string;
  position: number | null;
}

/** A full session of one seat, and so many who wait for it. */
async function fullSession(...entries: number[]) {
  const session = await studio.session({ capacity: 1 });
  const holder = await studio.person();
  const waiters: { person: Person; path: string }[] = [];
  const seat = await holder.book(session.id);
  for (const count of entries) {
    const person = await studio.person('member', count);
    waiters.push({ person, path: `/bookings/${(await person.book(session.id)).id}` });
  }
  return { session, waiters, leave: () => holder.post(`/bookings/${seat.id}/cancel`, { forfeit: true }) };
}

/** What the queue has to say to one who waits or waited. */
async function decisionsOf(waiter: { person: Person; path: string } | undefined): Promise<string[]> {
  const { decisions } = (await waiter?.person.get(`${waiter.path}/queue`))?.json() ?? {};
  return decisions.map(({ outcome, cause, position }: Decision) => `${outcome} ${cause} ${position}`);
}

test('tells the place in line and until when the list moves', async () => {
  const { session, waiters } = await fullSession(5, 5);
  const [, last] = waiters;
  expect((await last?.person.get(`${last.path}/queue`))?.json()).toEqual({
    position: 2,
    waitingCount: 2,
    listClosesAt: session.startsAt.subtract({ hours: 2 }).toString(),
    decisions: [],
  });
});

test('a seat that went ahead is told to those behind, with their place after it, and nobody is named', async () => {
  const { waiters, leave } = await fullSession(5, 5, 5);
  await leave();
  const [first, second, third] = waiters;
  expect(await decisionsOf(first)).toEqual(['promoted seat_freed null']);
  expect(await decisionsOf(second)).toEqual(['went_ahead seat_freed 1']);
  expect(await decisionsOf(third)).toEqual(['went_ahead seat_freed 2']);
  const answer = (await third?.person.get(`${third.path}/queue`))?.body;
  expect(answer).not.toContain(first?.person.id);
});

test('whoever could not take a seat hears why, and that it went to somebody behind', async () => {
  const { session, waiters, leave } = await fullSession(1, 5);
  const [ben, eva] = waiters;
  await ben?.person.book((await studio.session({ startsAt: hoursFromNow(96) })).id);
  await leave();
  expect(await decisionsOf(ben)).toEqual(['no_usable_ticket seat_freed 1', 'passed_by seat_freed 1']);
  // Why somebody else was skipped is not told.
  expect(await decisionsOf(eva)).toEqual(['promoted seat_freed null']);

  const { id: ticketId } = await studio.db
    .selectFrom('tickets')
    .select('id')
    .where('userId', '=', ben?.person.id ?? '')
    .executeTakeFirstOrThrow();
  const admin = await studio.person('admin');
  await admin.patch(`/admin/tickets/${ticketId}`, { entriesDelta: 1, reason: 'goodwill' });
  await admin.patch(`/admin/sessions/${session.id}`, { capacity: 2 });
  expect((await decisionsOf(ben)).at(-1)).toBe('promoted capacity_raised null');
});

test('after the list has closed a seat is told to have gone to whoever booked it', async () => {
  const { session, waiters, leave } = await fullSession(5, 5);
  const [ben, eva] = waiters;
  await studio.shift(session.id, hoursFromNow(1));
  await leave();
  await eva?.person.book(session.id);
  expect(await decisionsOf(ben)).toEqual(['claimed_by_other booked_after_close 1']);
  expect(await decisionsOf(eva)).toEqual(['claimed booked_after_close null']);

  await eva?.person.post(`${eva.path}/cancel`, { forfeit: true });
  await (await studio.person()).book(session.id);
  expect((await decisionsOf(ben)).at(-1)).toBe('claimed_by_other booked_directly 1');
  // What happens when the wait is over is no business of the queue.
  expect(await decisionsOf(eva)).toHaveLength(1);
});

test('a booking that never waited has nothing to be told', async () => {
  const [anna, session] = [await studio.person(), await studio.session()];
  const { id } = await anna.book(session.id);
  expect((await anna.get(`/bookings/${id}/queue`)).json()).toMatchObject({ position: null, decisions: [] });
});
