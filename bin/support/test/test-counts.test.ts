import { expect, test } from 'vitest';
import { countPlaywright, countVitest, formatCounts, sumCounts } from './test-counts.ts';

const vitest = { success: true, numPassedTests: 5, numFailedTests: 0, numPendingTests: 1, numTodoTests: 1 };
const stats = { expected: 4, unexpected: 0, flaky: 1, skipped: 2 };

test.each([
  ['a green run', vitest, { passed: 5, failed: 0, skipped: 2 }],
  ['failing tests', { ...vitest, success: false, numFailedTests: 3 }, { passed: 5, failed: 3, skipped: 2 }],
  ['a file that cannot be loaded', { ...vitest, success: false }, { passed: 5, failed: 1, skipped: 2 }],
])('counts Vitest: %s', (_, report, expected) => {
  expect(countVitest(report)).toEqual(expected);
});

test.each([
  ['a green run', { stats, errors: [] }, { passed: 5, failed: 0, skipped: 2 }],
  ['failing tests', { stats: { ...stats, unexpected: 2 }, errors: [] }, { passed: 5, failed: 2, skipped: 2 }],
  ['a setup that threw', { stats, errors: [{ message: 'no browser' }] }, { passed: 5, failed: 1, skipped: 2 }],
])('counts Playwright: %s', (_, report, expected) => {
  expect(countPlaywright(report)).toEqual(expected);
});

test('sums over runners and prints skipped tests only when there are any', () => {
  const first = { passed: 2, failed: 0, skipped: 0 };
  const second = { passed: 3, failed: 1, skipped: 4 };
  expect(formatCounts(first)).toBe('2 passed, 0 failed');
  expect(formatCounts(sumCounts([first, second]))).toBe('5 passed, 1 failed, 4 skipped');
});
