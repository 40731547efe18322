import { expect, test } from 'vitest';
import { changeCapacity } from './lab-rules.ts';

test.each([
  ['nothing asked', 20, undefined, 20],
  ['a tenth more', 20, { unit: 'percent', amount: 10 }, 22],
  ['rounded', 15, { unit: 'percent', amount: 10 }, 17],
  ['a fifth less', 20, { unit: 'percent', amount: -20 }, 16],
  ['two places more', 20, { unit: 'places', amount: 2 }, 22],
  ['never none', 3, { unit: 'places', amount: -5 }, 1],
  ['this class', 20, { unit: 'places', amount: 1, classIds: ['yoga'] }, 21],
  ['another class', 20, { unit: 'places', amount: 1, classIds: ['pilates'] }, 20],
] as const)('%s', (_, capacity, change, expected) => {
  expect(changeCapacity(capacity, 'yoga', change)).toBe(expected);
});
