import { expect, test } from 'vitest';
import { cohortsOf } from './retention-cohorts.ts';

const months = (...members: number[]) => members.map((count, after) => ({ after, members: count, share: count / 10 }));
const august = { month: '2026-08-01', members: 0, months: months(0, 0, 0, 0) };
const september = { month: '2026-09-01', members: 10, months: months(10, 6, 5) };
const october = { month: '2026-10-01', members: 10, months: months(10, 8) };
const november = { month: '2026-11-01', members: 10, months: months(10) };

test.each([
  ['nobody yet', [august], [], [], undefined],
  ['the first month', [august, november], ['2026-11-01'], [0], undefined],
  [
    'several, the last not told yet',
    [august, september, october, november],
    ['2026-09-01', '2026-10-01', '2026-11-01'],
    [0, 1, 2],
    { month: '2026-10-01', members: 10, returned: 8, share: 0.8 },
  ],
])('%s', (_, items, shown, columns, latest) => {
  const found = cohortsOf(items);
  expect(found.cohorts.map(({ month }) => month)).toEqual(shown);
  expect(found.months).toEqual(columns);
  expect(found.latest ?? undefined).toEqual(latest);
});
