import { expect, test } from 'vitest';
import { analyticsHref, daysOf, readAnalyticsSearch } from './analytics-search.ts';

const classId = '0199a0a0-0000-7000-8000-000000000001';

test.each([[{}], [{ period: 'thisYear' }], [{ from: '2026-05-01', to: '2026-05-20', classId }]] as const)(
  '%j stands in the address and is read again',
  (search) => {
    const { searchParams } = new URL(analyticsHref(search), 'http://localhost');
    expect(readAnalyticsSearch(Object.fromEntries(searchParams))).toEqual(search);
  },
);

test.each([
  [{ period: 'always', locationId: 'here', classId: [classId] }, {}],
  [{ from: '2026-05-20', to: '2026-05-01' }, {}],
  [{ from: '2026-06-31', to: '2026-07-01', period: 'last7' }, { period: 'last7' }],
  [
    { from: '2026-05-01', to: '2026-05-02', period: 'last7' },
    { from: '2026-05-01', to: '2026-05-02' },
  ],
  [
    { from: '1926-05-20', to: '2026-05-20' },
    { from: '2016-05-13', to: '2026-05-20' },
  ],
])('%j is read as %j', (params, search) => {
  expect(readAnalyticsSearch(params)).toEqual(search);
});

test('a period by its days, by its name, or the usual one', () => {
  const today = '2026-11-23';
  expect(daysOf({ from: '2026-05-01', to: '2026-05-20' }, today)).toEqual({ from: '2026-05-01', to: '2026-05-20' });
  expect(daysOf({ period: 'thisMonth' }, today)).toEqual({ from: '2026-11-01', to: today });
  expect(daysOf({}, today)).toEqual({ from: '2026-10-27', to: today });
});
