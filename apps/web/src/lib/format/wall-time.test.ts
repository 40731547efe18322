import { expect, test } from 'vitest';
import { instantToWallTime, wallTimeToInstant } from './wall-time.ts';

test.each([
  ['in winter', '2026-01-15', '09:00', 'Europe/Ljubljana', '2026-01-15T08:00:00.000Z'],
  ['in summer', '2026-07-15', '09:00', 'Europe/Ljubljana', '2026-07-15T07:00:00.000Z'],
  ['before the clocks go forward', '2026-03-29', '01:30', 'Europe/Ljubljana', '2026-03-29T00:30:00.000Z'],
  ['skipped as the clocks go forward', '2026-03-29', '02:30', 'Europe/Ljubljana', '2026-03-29T01:30:00.000Z'],
  ['twice as the clocks go back: the first', '2026-10-25', '02:30', 'Europe/Ljubljana', '2026-10-25T00:30:00.000Z'],
  ['west of Greenwich', '2026-11-24', '18:15', 'America/New_York', '2026-11-24T23:15:00.000Z'],
  ['half-hour zone', '2026-11-24', '18:15', 'Asia/Kolkata', '2026-11-24T12:45:00.000Z'],
])('%s', (_, date, time, timeZone, instant) => {
  expect(wallTimeToInstant(date, time, timeZone)).toBe(instant);
});

test('an instant as the wall clock shows it, next day included', () => {
  expect(instantToWallTime('2026-11-24T23:30:00Z', 'Europe/Ljubljana')).toEqual({ date: '2026-11-25', time: '00:30' });
});
