import { expect, test } from 'vitest';
import { canceledKind } from './canceled-kind.ts';

test.each([
  ['late', true, 'forfeited'],
  ['late', false, 'late'],
  ['staff', false, 'staff'],
  [null, false, 'member'],
] as const)('%s, entry forfeited %s: %s', (canceledReason, entryForfeited, kind) => {
  expect(canceledKind({ canceledReason, entryForfeited })).toBe(kind);
});
