import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { pastSessions } from '../../../test-support/past-sessions.ts';
import { type Person, type StudioApi, startStudioApi } from '../../../test-support/studio-api.ts';
import { keepVisitMonths } from './visit-months.ts';

let api: StudioApi;
let admin: Person;

beforeAll(async () => {
  api = await startStudioApi();
  admin = await api.person('admin');
  await api.db.updateTable('studio').set({ timeZone: 'Europe/Ljubljana' }).execute();
  await visits();
});
afterAll(() => api.close());
beforeEach(async () => {
  await api.db.deleteFrom('visitMonths').execute();
  await api.db.deleteFrom('rollups').execute();
});

/** Anna comes in January, March and twice in April; Ben in January and April; Cara in March only, after not showing up in January. */
async function visits() {
  const [anna, ben, cara] = await Promise.all(
    ['Anna', 'Ben', 'Cara'].map(async (name) => (await api.user({ name })).id),
  );
  const { at, booking } = pastSessions(api.db);
  const came = async (userId: string | undefined, wall: string, row = {}) =>
    booking(await at(`${wall}[Europe/Ljubljana]`), { ...(userId && { userId }), ...row });
  await came(anna, '2025-01-31T23:30');
  await came(anna, '2025-03-01T00:30');
  await came(anna, '2025-04-10T18:00');
  await came(anna, '2025-04-11T18:00');
  await came(anna, '2025-02-10T18:00', { canceledReason: 'late' });
  await came(ben, '2025-01-05T18:00');
  await came(ben, '2025-04-20T18:00');
  await came(cara, '2025-01-06T18:00', { noShowAt: Temporal.Instant.from('2025-01-06T19:00:00Z') });
  await came(cara, '2025-03-31T23:30');
}

/** Members of each cohort in the months after, as far as April. */
async function cohorts(from = '2025-01-01', to = '2025-04-30') {
  const response = await admin.get(`/admin/analytics/retention?from=${from}&to=${to}`);
  const { items } = response.json() as { items: { month: string; members: number; months: { members: number }[] }[] };
  return items.map(({ month, members, months }, i) => [
    month,
    members,
    months.slice(0, 4 - i).map((one) => one.members),
  ]);
}

const counted = [
  ['2025-01-01', 2, [2, 0, 1, 2]],
  ['2025-02-01', 0, [0, 0, 0]],
  ['2025-03-01', 1, [1, 0]],
  ['2025-04-01', 0, [0]],
];

const afterDays = (text: string) => Temporal.Instant.from(text).add({ hours: 24 * 8 });

describe('what is written down and what is read beside it are all there is', () => {
  test.each([
    ['nothing was written down yet', null],
    ['everything was', '2026-01-01T00:00:00Z'],
    ['half a month was', '2025-04-15T00:00:00Z'],
    ['the end lies between two visits of one month', '2025-04-11T00:00:00Z'],
    ['the first visit of somebody is not settled', '2025-03-10T00:00:00Z'],
    ['only the first of all', '2025-01-10T00:00:00Z'],
  ])('%s', async (_, through) => {
    if (through) await keepVisitMonths(api.db, afterDays(through));
    expect(await cohorts()).toEqual(counted);
  });

  test('also when it is written down again and again, and after something old has changed', async () => {
    for (const through of ['2025-03-10T00:00:00Z', '2025-04-11T00:00:00Z', '2025-06-01T00:00:00Z']) {
      await keepVisitMonths(api.db, afterDays(through));
      expect(await cohorts()).toEqual(counted);
    }
    const first = { startsAt: Temporal.Instant.from('2025-01-05T17:00:00Z') };
    const bens = api.db.updateTable('bookings').where('startsAt', '=', first.startsAt);
    await bens.set({ noShowAt: first.startsAt }).execute();
    await keepVisitMonths(api.db, afterDays('2025-06-01T00:00:00Z'));
    expect(await cohorts()).toEqual([
      ['2025-01-01', 1, [1, 0, 1, 1]],
      ['2025-02-01', 0, [0, 0, 0]],
      ['2025-03-01', 1, [1, 0]],
      ['2025-04-01', 1, [1]],
    ]);
    await bens.set({ noShowAt: null }).execute();
  });

  test('also after the studio moved to another zone', async () => {
    await keepVisitMonths(api.db, afterDays('2025-06-01T00:00:00Z'));
    await api.db.updateTable('studio').set({ timeZone: 'UTC' }).execute();
    // Half past midnight in Ljubljana is still February by UTC.
    expect((await cohorts('2025-01-15', '2025-01-15'))[0]).toEqual(['2025-01-01', 2, [2, 1, 0, 2]]);
    await api.db.updateTable('studio').set({ timeZone: 'Europe/Ljubljana' }).execute();
  });
});

test('every month that the period touches is a cohort', async () => {
  expect(await cohorts('2025-01-31', '2025-03-01')).toEqual(counted.slice(0, 3));
});
