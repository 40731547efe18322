import { expect, test } from 'vitest';
import { groupCohorts } from './group-cohorts.ts';

const day = (text: string) => Temporal.PlainDate.from(text);
const period = { start: day('2025-11-15'), end: day('2026-02-01'), timeZone: 'UTC' };

test('each month of the period with each month until today, also over the turn of the year', () => {
  const cells = [
    { firstMonth: day('2025-11-01'), month: day('2025-11-01'), members: 4 },
    { firstMonth: day('2025-11-01'), month: day('2026-01-01'), members: 1 },
    { firstMonth: day('2026-01-01'), month: day('2026-01-01'), members: 2 },
  ];
  expect(groupCohorts(cells, period, day('2026-01-20'))).toEqual([
    {
      month: '2025-11-01',
      members: 4,
      months: [
        { after: 0, members: 4, share: 1 },
        { after: 1, members: 0, share: 0 },
        { after: 2, members: 1, share: 0.25 },
      ],
    },
    {
      month: '2025-12-01',
      members: 0,
      months: [
        { after: 0, members: 0, share: null },
        { after: 1, members: 0, share: null },
      ],
    },
    { month: '2026-01-01', members: 2, months: [{ after: 0, members: 2, share: 1 }] },
  ]);
});

test('months to come have no figures', () => {
  const [, , january] = groupCohorts([], period, day('2025-12-31'));
  expect(january).toEqual({ month: '2026-01-01', members: 0, months: [] });
});
