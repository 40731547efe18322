import { afterAll, beforeAll, expect, test } from 'vitest';
import { fixtures } from '../../../test-support/fixtures.ts';
import { startTestApi, type TestApi } from '../../../test-support/test-api.ts';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi();
});
afterAll(() => api.close());

test('a class is either deleted or used by a new session, never both', async () => {
  const { user, classType, location, instructor } = fixtures(api.services.db);
  const token = api.tokenOf((await user({ role: 'admin' })).id, 'admin');
  const places = { locationId: await location(), instructorId: await instructor() };
  const times = { startsAt: '2027-04-01T09:00:00Z', endsAt: '2027-04-01T10:00:00Z', capacity: 5 };
  const outcomes = new Set<string>();
  for (let round = 0; round < 20; round += 1) {
    const classId = await classType();
    const create = () => api.call('POST', '/admin/sessions', { token, body: { classId, ...places, ...times } });
    const remove = () => api.call('DELETE', `/admin/classes/${classId}`, { token });
    const [created, removed] = await Promise.all(round % 2 ? [create(), remove()] : [remove(), create()].toReversed());
    outcomes.add(`${created?.statusCode} ${removed?.statusCode}`);
  }
  expect([...outcomes].filter((outcome) => outcome !== '201 409' && outcome !== '400 204')).toEqual([]);
});

test('a zone never changes under a session that is already there', async () => {
  const { user, classType, location, instructor } = fixtures(api.services.db);
  const token = api.tokenOf((await user({ role: 'admin' })).id, 'admin');
  const others = { classId: await classType(), instructorId: await instructor() };
  const times = { startsAt: '2027-04-01T09:00:00Z', endsAt: '2027-04-01T10:00:00Z', capacity: 5 };
  for (let round = 0; round < 20; round += 1) {
    const locationId = await location({ timeZone: 'Europe/Ljubljana' });
    const create = () => api.call('POST', '/admin/sessions', { token, body: { ...others, locationId, ...times } });
    const move = () => api.call('PATCH', `/admin/locations/${locationId}`, { token, body: { timeZone: 'Asia/Tokyo' } });
    const [first, second] = await Promise.all(round % 2 ? [create(), move()] : [move(), create()]);
    const [created, moved] = round % 2 ? [first, second] : [second, first];
    // A session that came second was planned with the zone that it found; one that was there first keeps the zone.
    expect(created?.statusCode).toBe(201);
    const movedFirst = (created?.json().timeZone ?? '') === 'Asia/Tokyo';
    expect([round, moved?.statusCode]).toEqual([round, movedFirst ? 200 : 409]);
  }
});
