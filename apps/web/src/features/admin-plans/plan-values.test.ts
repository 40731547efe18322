import { expect, test } from 'vitest';
import type { AdminTicketPlan } from '#lib/api/types.ts';
import { newPlanValues, planPatch, planTerms, planValues } from './plan-values.ts';

const plan: AdminTicketPlan = {
  id: 'p',
  name: 'Ten entries',
  description: '',
  price: 12_000,
  currency: 'EUR',
  entries: 10,
  validityDays: 120,
  starts: 'purchase',
  classIds: ['flow', 'yin'],
  position: 0,
  isActive: true,
  version: '1',
};
const values = planValues(plan);

test('an untouched form changes nothing', () => {
  expect(values).toMatchObject({ price: '120.00', entries: '10', isUnlimited: false, isLimited: true });
  expect(planPatch(plan, values)).toEqual({});
  expect(planPatch(plan, { ...values, classIds: ['yin', 'flow'] })).toEqual({});
});

test('only what differs is sent', () => {
  const changed = { ...values, price: '130', isUnlimited: true, isLimited: false, name: ' Ten entries ' };
  expect(planPatch(plan, changed)).toEqual({ price: 13_000, entries: null, classIds: null });
});

test('a new plan has the digits of its currency', () => {
  const fresh = { ...newPlanValues, name: 'Trial', price: '1500', entries: '1' };
  expect(planTerms(fresh, 'JPY')).toMatchObject({ price: 1_500, entries: 1, classIds: null });
  expect(planTerms(fresh, 'EUR')).toMatchObject({ price: 150_000 });
});
