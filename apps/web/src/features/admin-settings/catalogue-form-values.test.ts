import { expect, test } from 'vitest';
import { itemForm, itemValues } from './catalogue-form-values.ts';

test.each([
  ['classes', { name: 'Yin', description: 'Slow', cancellationCutoffMinutes: 60 }],
  ['classes', { name: 'Yin', description: '', cancellationCutoffMinutes: null }],
  ['locations', { name: 'Riverside', address: 'Trubarjeva 1', timeZone: 'Europe/Ljubljana' }],
  ['instructors', { name: 'Mira', bio: '' }],
] as const)('what %s have comes back as it was', (kind, values) => {
  expect(itemValues(kind, itemForm({ id: '1', version: '1', ...values }))).toEqual(values);
});

test('no time is another thing than no minutes', () => {
  const form = { ...itemForm(null), name: 'Yin' };
  expect(itemValues('classes', form).cancellationCutoffMinutes).toBeNull();
  expect(itemValues('classes', { ...form, cancellationCutoffMinutes: '0' }).cancellationCutoffMinutes).toBe(0);
});
