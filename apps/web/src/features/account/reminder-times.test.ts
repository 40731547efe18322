import { expect, test } from 'vitest';
import { reminderChoices, reminderTime } from './reminder-times.ts';

test('what was chosen elsewhere can be chosen here too, in its place', () => {
  expect(reminderChoices([1_440, 90])).toEqual([2_880, 1_440, 240, 120, 90, 60, 30]);
});

test.each([
  [1_440, { value: 24, unit: 'hour' }],
  [60, { value: 1, unit: 'hour' }],
  [90, { value: 90, unit: 'minute' }],
])('%i minutes', (minutes, time) => {
  expect(reminderTime(minutes)).toEqual(time);
});
