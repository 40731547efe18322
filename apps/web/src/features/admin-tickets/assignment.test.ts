import { expect, test } from 'vitest';
import { type AssignmentValues, assignmentOf } from './assignment.ts';

const values: AssignmentValues = {
  kind: 'own',
  planId: 'ten',
  name: ' ',
  isUnlimited: false,
  entries: '3',
  from: '2026-11-24',
  until: '2026-12-24',
  isLimited: false,
  classIds: ['yoga'],
  reason: ' Moved here ',
};
const assign = (changed: Partial<AssignmentValues>) =>
  assignmentOf({ ...values, ...changed }, 'ana', 'Europe/Ljubljana');

test('of a plan, nothing else is said', () => {
  expect(assign({ kind: 'plan' })).toEqual({ userId: 'ana', planId: 'ten', reason: 'Moved here' });
});

test('with terms of its own, from the first day on and until the end of the last', () => {
  expect(assign({})).toEqual({
    userId: 'ana',
    entries: 3,
    validFrom: '2026-11-23T23:00:00.000Z',
    validUntil: '2026-12-24T22:59:00.000Z',
    reason: 'Moved here',
  });
  expect(assign({ isUnlimited: true, name: 'Guest' })).toMatchObject({ entries: null, name: 'Guest' });
});

test('for some classes only, when that is chosen', () => {
  expect(assign({ isLimited: true })).toMatchObject({ classIds: ['yoga'] });
  expect(assign({ isLimited: true, kind: 'plan' })).not.toHaveProperty('classIds');
});
