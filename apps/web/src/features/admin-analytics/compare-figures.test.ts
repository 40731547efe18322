import { expect, test } from 'vitest';
import { describeChange } from './compare-figures.ts';

test.each([
  [125, 100, 0.25, { kind: 'more', by: 0.25 }],
  [75, 100, -0.25, { kind: 'less', by: 0.25 }],
  [0, 100, -1, { kind: 'less', by: 1 }],
  [100, 100, 0, { kind: 'same' }],
  [0, 0, null, { kind: 'same' }],
  [14, 0, null, { kind: 'fromNothing' }],
  // Net revenue can be below nothing.
  [-500, 0, null, { kind: 'fromNothing' }],
  [50, -100, 1.5, { kind: 'more', by: 1.5 }],
])('%i after %i', (value, previous, change, described) => {
  expect(describeChange({ value, previous, change })).toEqual(described);
});
