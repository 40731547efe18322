import { expect, test } from 'vitest';
import { labRequest, labValues } from './lab-values.ts';

const policy = { cancellationCutoffMinutes: 90, waitlistClosesMinutesBefore: 60 };
const days = { from: '2026-08-26', to: '2026-11-23' };
const present = labValues(policy, days);

test('the form opens with the present rules', () => {
  expect(present).toEqual({ ...days, cutoffHours: '1.5', listMinutes: '60', capacityPercent: '0' });
});

test.each([
  ['nothing', {}, null],
  ['the same in other words', { cutoffHours: '1.50', listMinutes: '060' }, null],
  ['the cutoff', { cutoffHours: '12' }, { cancellationCutoffMinutes: 720 }],
  ['no cutoff', { cutoffHours: '0' }, { cancellationCutoffMinutes: 0 }],
  ['a third of an hour', { cutoffHours: '0.3333' }, { cancellationCutoffMinutes: 20 }],
  [
    'all three',
    { cutoffHours: '2', listMinutes: '0', capacityPercent: '-20' },
    {
      cancellationCutoffMinutes: 120,
      waitlistClosesMinutesBefore: 0,
      capacityChange: { unit: 'percent', amount: -20 },
    },
  ],
])('%s is changed', (_, values, changed) => {
  expect(labRequest({ ...present, ...values }, policy)).toEqual(changed && { ...days, policy: changed });
});
