import { expect, test } from 'vitest';
import { compareOutcomes, type Outcome } from './compare-outcomes.ts';

const unchanged: Outcome = {
  sessions: 10,
  fillRate: 0.5,
  booked: 50,
  capacity: 100,
  lateCancels: 4,
  forfeitedEntries: 0,
  placedFromList: 5,
  unplaced: 8,
};
const actual = { ...unchanged, booked: 52, fillRate: 0.52 };

function row(measure: string, changes: Partial<Outcome>) {
  const rows = compareOutcomes({ actual, unchanged, changed: { ...unchanged, ...changes } });
  return rows.find((each) => each.measure === measure);
}

test.each([
  ['booked', { booked: 55 }, 5, 0.1],
  ['lateCancels', { lateCancels: 1 }, -3, -0.75],
  ['unplaced', {}, 0, 0],
  // From nothing there is no share; a difference of shares is one of points.
  ['forfeitedEntries', { forfeitedEntries: 3 }, 3, null],
  ['fillRate', { fillRate: 0.75 }, 0.25, null],
  ['fillRate', { fillRate: null }, null, null],
])('%s with %j differs by %d', (measure, changes, difference, change) => {
  expect(row(measure, changes)).toMatchObject({ difference, change });
});

test('what happened is shown, not compared with', () => {
  expect(row('booked', { booked: 52 })).toMatchObject({ actual: 52, unchanged: 50, changed: 52, difference: 2 });
});
