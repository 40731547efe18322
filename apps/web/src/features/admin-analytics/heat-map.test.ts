import { expect, test } from 'vitest';
import { heatRows, heatStep } from './heat-map.ts';

test.each([
  [null, 0],
  [0, 0],
  [0.01, 1],
  [0.2, 1],
  [0.21, 2],
  [0.6, 3],
  [0.8, 4],
  [0.81, 5],
  [1, 5],
  [1.25, 5],
])('a share of %d is shaded by %i', (share, step) => {
  expect(heatStep(share)).toBe(step);
});

test('hours in which nothing was held have no row, days without have an empty cell', () => {
  const rows = heatRows([
    { weekday: 1, hour: 18 },
    { weekday: 7, hour: 9 },
    { weekday: 2, hour: 18 },
  ]);
  expect(rows.map(({ hour }) => hour)).toEqual([9, 18]);
  expect(rows[1]?.cells.map(({ item }) => item !== null)).toEqual([true, true, false, false, false, false, false]);
});

test('no session, no row', () => {
  expect(heatRows([])).toEqual([]);
});
