import { afterAll, beforeAll, expect, test } from 'vitest';
import { auditInvariants } from '#doctor/index.ts';
import { hoursFromNow } from '../../../test-support/fixtures.ts';
import { type Person, type StudioApi, startStudioApi } from '../../../test-support/studio-api.ts';
import { zoneAtNoon } from '../../../test-support/zone-at-noon.ts';

let studio: StudioApi;
let desks: Person[];
let locationId: string;
beforeAll(async () => {
  studio = await startStudioApi();
  desks = await Promise.all([1, 2, 3, 4].map(() => studio.person('staff', 0)));
  locationId = await studio.location({ timeZone: zoneAtNoon() });
});
afterAll(async () => {
  expect(await auditInvariants(studio.db)).toEqual([]);
  await studio.close();
});

const auditOf = (entityId: string) =>
  studio.db.selectFrom('auditLog').select('action').where('entityId', '=', entityId).orderBy('id').execute();

test('several desks that check one member in at once do it once', async () => {
  const [anna, session] = [await studio.person(), await studio.session({ locationId, startsAt: hoursFromNow(3) })];
  const { id } = await anna.book(session.id);
  const { code } = (await anna.get('/me/check-in-code')).json();
  const responses = await Promise.all(
    desks.flatMap((desk) => [desk.post(`/admin/bookings/${id}/check-in`), desk.post('/admin/check-in', { code })]),
  );
  expect(responses.map((response) => response.statusCode)).toEqual(responses.map(() => 200));
  expect(responses.filter((response) => !response.json().alreadyCheckedIn)).toHaveLength(1);
  expect(new Set(responses.map((response) => response.json().checkedInAt)).size).toBe(1);
  expect(await auditOf(id)).toEqual([{ action: 'booking.check_in' }]);
});

test('whoever cancels while being checked in is not there', async () => {
  const session = await studio.session({ locationId, startsAt: hoursFromNow(3), capacity: 40 });
  const members = await Promise.all(Array.from({ length: 40 }, () => studio.person()));
  const bookings = await Promise.all(members.map((member) => member.book(session.id)));
  const outcomes = await Promise.all(
    bookings.map(async ({ id }, i) => {
      const [checkedIn, canceled] = await Promise.all([
        desks[i % desks.length]?.post(`/admin/bookings/${id}/check-in`),
        members[i]?.post(`/bookings/${id}/cancel`),
      ]);
      expect(canceled?.statusCode).toBe(200);
      return checkedIn?.statusCode;
    }),
  );
  expect(outcomes.filter((status) => status !== 200 && status !== 409)).toEqual([]);
  const rows = await studio.db
    .selectFrom('bookings')
    .select(['state', 'checkedInAt', 'checkedInBy'])
    .where('sessionId', '=', session.id)
    .execute();
  expect(rows).toEqual(members.map(() => ({ state: 'canceled', checkedInAt: null, checkedInBy: null })));
  const audited = await Promise.all(bookings.map(({ id }) => auditOf(id)));
  expect(audited.flat()).toHaveLength(outcomes.filter((status) => status === 200).length);
});
