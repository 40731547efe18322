import { expect, test } from 'vitest';
import { findZone, knownZones } from './time-zones.ts';

const zones = ['America/New_York', 'Europe/Ljubljana', 'Europe/San_Marino', 'UTC', 'A/Twin', 'B/Twin'];

test.each([
  ['Europe/Ljubljana', 'Europe/Ljubljana'],
  [' europe/ljubljana ', 'Europe/Ljubljana'],
  ['New York', 'America/New_York'],
  ['ljubljana', 'Europe/Ljubljana'],
  ['utc', 'UTC'],
  ['twin', null],
  ['york', null],
  ['Europe', null],
  ['', null],
])('%j means %s', (typed, zone) => {
  expect(findZone(typed, zones)).toBe(zone);
});

test('a zone that was saved under another of its names can stay', () => {
  expect(knownZones('Asia/Calcutta')).toContain('Asia/Calcutta');
  expect(knownZones(null)).toContain('UTC');
  expect(new Set(knownZones('UTC')).size).toBe(knownZones('UTC').length);
});
