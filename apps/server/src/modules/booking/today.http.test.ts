import { afterAll, beforeAll, expect, test } from 'vitest';
import { hoursFromNow } from '../../../test-support/fixtures.ts';
import { type Person, type StudioApi, startStudioApi } from '../../../test-support/studio-api.ts';
import { zoneAtNoon } from '../../../test-support/zone-at-noon.ts';

let studio: StudioApi;
let desk: Person;
beforeAll(async () => {
  studio = await startStudioApi();
  desk = await studio.person('staff', 0);
});
afterAll(() => studio.close());

const today = async (query = '') => (await desk.get(`/admin/today${query}`)).json();

test('without a date it is today in the zone of the studio, or of the location that is asked for', async () => {
  const timeZone = zoneAtNoon();
  await studio.db.updateTable('studio').set({ timeZone }).execute();
  const date = Temporal.Now.plainDateISO(timeZone).toString();
  const locationId = await studio.location({ timeZone });
  const [second, first] = [
    await studio.session({ locationId, startsAt: hoursFromNow(2) }),
    await studio.session({ locationId, startsAt: hoursFromNow(-2), capacity: 1 }),
  ];
  for (const hours of [-24, 24]) await studio.session({ locationId, startsAt: hoursFromNow(hours) });
  const deleted = await studio.session({ locationId, deletedAt: hoursFromNow(-1), startsAt: hoursFromNow(1) });
  const answer = await today();
  expect(answer).toMatchObject({ date, timeZone, items: [{ id: first.id }, { id: second.id }] });
  expect(answer.items.map(({ id }: { id: string }) => id)).not.toContain(deleted.id);
  expect(await today(`?locationId=${locationId}`)).toEqual(answer);
  expect(await today(`?date=${date}`)).toEqual(answer);

  const zone = 'Pacific/Kiritimati';
  const far = await studio.location({ timeZone: zone });
  expect(await today(`?locationId=${far}`)).toEqual({
    date: Temporal.Now.plainDateISO(zone).toString(),
    timeZone: zone,
    items: [],
  });
  expect((await desk.get(`/admin/today?locationId=${crypto.randomUUID()}`)).json()).toMatchObject({
    code: 'not_found',
  });
  expect((await desk.get('/admin/today?date=today')).statusCode).toBe(400);
});

test('a day is that of each location', async () => {
  const [kiritimati, pago] = [
    await studio.location({ name: 'East', timeZone: 'Pacific/Kiritimati' }),
    await studio.location({ name: 'West', timeZone: 'Pacific/Pago_Pago' }),
  ];
  const at = (locationId: string, startsAt: string) =>
    studio.session({ locationId, startsAt: Temporal.Instant.from(startsAt) });
  const eastMorning = await at(kiritimati, '2031-05-06T00:00+14:00');
  const eastNight = await at(kiritimati, '2031-05-06T23:59+14:00');
  const westMorning = await at(pago, '2031-05-06T00:00-11:00');
  const westNight = await at(pago, '2031-05-06T23:59-11:00');
  await at(kiritimati, '2031-05-05T23:59+14:00');
  await at(kiritimati, '2031-05-07T00:00+14:00');
  await at(pago, '2031-05-05T23:59-11:00');
  await at(pago, '2031-05-07T00:00-11:00');
  const { items } = await today('?date=2031-05-06');
  expect(items.map(({ id }: { id: string }) => id)).toEqual(
    [eastMorning, eastNight, westMorning, westNight].map(({ id }) => id),
  );
  expect(items[0]).toMatchObject({
    startsAt: '2031-05-06T00:00:00+14:00',
    checkInOpensAt: '2031-05-06T00:00:00+14:00',
    checkInClosesAt: '2031-05-07T00:00:00+14:00',
    location: { name: 'East' },
    class: { name: 'Vinyasa Flow' },
    instructor: { name: 'Mira Novak' },
  });
});

test('it counts live, and answers what is known already with 304', async () => {
  const locationId = await studio.location({ timeZone: zoneAtNoon() });
  const session = await studio.session({ locationId, startsAt: hoursFromNow(1), capacity: 1 });
  const [anna, ben] = [await studio.person(), await studio.person()];
  const booking = await anna.book(session.id);
  await ben.book(session.id);
  for (const path of [`/admin/today?locationId=${locationId}`, `/admin/sessions/${session.id}/roster`]) {
    const first = await desk.get(path);
    const poll = () =>
      studio.call('GET', path, { token: desk.token, headers: { 'if-none-match': String(first.headers.etag) } });
    const same = await poll();
    expect([same.statusCode, same.body, same.headers.etag]).toEqual([304, '', first.headers.etag]);
    expect(same.headers['cache-control']).toBe('private, no-cache');

    await desk.post(`/admin/bookings/${booking.id}/check-in`);
    expect((await poll()).statusCode).toBe(200);
    await desk.delete(`/admin/bookings/${booking.id}/check-in`);
    expect((await poll()).statusCode).toBe(304);
  }
  await desk.post(`/admin/bookings/${booking.id}/check-in`);
  expect((await today(`?locationId=${locationId}`)).items).toMatchObject([
    { capacity: 1, activeCount: 1, waitingCount: 1, checkedInCount: 1, state: 'scheduled' },
  ]);
});

test('a canceled session is still there, with the reason', async () => {
  const locationId = await studio.location({ timeZone: zoneAtNoon() });
  const session = await studio.session({ locationId, startsAt: hoursFromNow(1) });
  const boss = await studio.person('admin', 0);
  await boss.post(`/admin/sessions/${session.id}/cancel`, { reason: 'The heating is broken' });
  expect((await today(`?locationId=${locationId}`)).items).toMatchObject([
    { id: session.id, state: 'canceled', canceledReason: 'The heating is broken' },
  ]);
});
