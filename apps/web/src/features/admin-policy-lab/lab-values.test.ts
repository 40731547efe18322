import { expect, test } from 'vitest';
import { isOther, labRequest, labValues } from './lab-values.ts';

const policy = { cancellationCutoffMinutes: 90, waitlistClosesMinutesBefore: 60 };
const days = { from: '2026-08-26', to: '2026-11-23' };
const present = labValues(policy, days);

test('the form opens with the present rules', () => {
  expect(present).toEqual({ ...days, cutoffMinutes: '90', listMinutes: '60', capacityPercent: '0' });
});

test.each([
  ['nothing', {}, null],
  ['the same in other words', { cutoffMinutes: ' 90', listMinutes: '060' }, null],
  ['the cutoff', { cutoffMinutes: '720' }, { cancellationCutoffMinutes: 720 }],
  ['no cutoff', { cutoffMinutes: '0' }, { cancellationCutoffMinutes: 0 }],
  [
    'all three',
    { cutoffMinutes: '120', listMinutes: '0', capacityPercent: '-20' },
    {
      cancellationCutoffMinutes: 120,
      waitlistClosesMinutesBefore: 0,
      capacityChange: { unit: 'percent', amount: -20 },
    },
  ],
])('%s is changed', (_, values, changed) => {
  expect(labRequest({ ...present, ...values }, policy)).toEqual(changed && { ...days, policy: changed });
});

test.each([
  ['what was replayed', {}, false],
  ['the same in other words', { capacityPercent: '+20' }, false],
  ['another rule', { listMinutes: '30' }, true],
  ['another day', { to: '2026-11-22' }, true],
  ['the present rules', { capacityPercent: '0' }, true],
])('the form says %s', (_, values, is) => {
  const typed = { ...present, capacityPercent: '20' };
  const replayed = { ...days, policy: { capacityChange: { unit: 'percent' as const, amount: 20 } } };
  expect(isOther(replayed, { ...typed, ...values }, policy)).toBe(is);
});
