import { expect, test } from 'vitest';
import { refuseDays } from './day-range.ts';

test.each([
  ['one day', '2026-03-29', '2026-03-29', null],
  ['a day before the first', '2026-03-29', '2026-03-28', 'toBeforeFrom'],
  ['as many days as there may be', '2026-01-01', '2026-04-10', null],
  ['one more', '2026-01-01', '2026-04-11', 'tooLong'],
  ['no last day', '2026-01-01', '', null],
  ['no first day', '', '2026-01-01', null],
])('%s', (_, from, to, refusal) => {
  expect(refuseDays(from, to, 100)).toBe(refusal);
});
