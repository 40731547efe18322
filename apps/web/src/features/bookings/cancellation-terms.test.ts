import { expect, test } from 'vitest';
import { termsKind } from './cancellation-terms.ts';

const preview = { allowed: true, late: false, entryReturned: true, deadline: null, refusal: null };

test.each([
  ['in time', 'active', preview, 'free'],
  ['in time, on an unlimited ticket', 'active', { ...preview, entryReturned: false }, 'freeWithoutEntry'],
  ['late', 'active', { ...preview, late: true, entryReturned: false }, 'late'],
  ['late, with somebody to take the place', 'active', { ...preview, late: true }, 'lateRefilled'],
  ['waiting', 'waiting', { ...preview, entryReturned: false }, 'leave'],
  ['started', 'active', { ...preview, allowed: false, refusal: 'session_started' }, 'refused'],
] as const)('%s', (_, state, answer, kind) => {
  expect(termsKind(state, answer)).toBe(kind);
});
