import { expect, test } from 'vitest';
import { buildTimeZone } from './build-time-zone.ts';

interface Observance {
  kind: string;
  wall: string;
  from: string;
  to: string;
}

function observances(text: string): Observance[] {
  const pattern = /BEGIN:(STANDARD|DAYLIGHT)\r\nDTSTART:(\S+)\r\nTZOFFSETFROM:(\S+)\r\nTZOFFSETTO:(\S+)\r\nEND:\1/g;
  return [...text.matchAll(pattern)].map(([, kind = '', wall = '', from = '', to = '']) => ({ kind, wall, from, to }));
}

const between = (timeZone: string, from: string, until: string) =>
  observances(buildTimeZone(timeZone, Temporal.Instant.from(from), Temporal.Instant.from(until)));

test('it names the zone', () => {
  const at = Temporal.Instant.from('2026-06-01T10:00Z');
  const lines = buildTimeZone('Europe/Ljubljana', at, at).split('\r\n');
  expect([lines[0], lines[1], lines.at(-1)]).toEqual(['BEGIN:VTIMEZONE', 'TZID:Europe/Ljubljana', 'END:VTIMEZONE']);
});

const SUMMER_2026 = { kind: 'DAYLIGHT', wall: '20260329T020000', from: '+0100', to: '+0200' };
const WINTER_2026 = { kind: 'STANDARD', wall: '20261025T030000', from: '+0200', to: '+0100' };

test.each([
  ['one moment: what holds then', '2026-06-01T10:00Z', '2026-06-01T11:00Z', [SUMMER_2026]],
  ['over the end of summer time', '2026-10-20T10:00Z', '2026-10-30T10:00Z', [SUMMER_2026, WINTER_2026]],
  ['from the very moment of the change', '2026-03-29T01:00Z', '2026-03-29T02:00Z', [SUMMER_2026]],
  ['to the very moment of the change', '2026-10-01T01:00Z', '2026-10-25T01:00Z', [SUMMER_2026, WINTER_2026]],
  ['to just before the change', '2026-10-01T01:00Z', '2026-10-25T00:59:59Z', [SUMMER_2026]],
])('Ljubljana, %s', (_, from, until, expected) => {
  expect(between('Europe/Ljubljana', from, until)).toEqual(expected);
});

test.each([
  ['UTC', '+0000'],
  ['Asia/Kolkata', '+0530'],
  ['Pacific/Honolulu', '-1000'],
])('%s has not changed since the epoch', (timeZone, offset) => {
  expect(between(timeZone, '2026-01-01T00:00Z', '2027-01-01T00:00Z')).toEqual([
    { kind: 'STANDARD', wall: '19700101T000000', from: offset, to: offset },
  ]);
});

test('New York changes at two in the morning of its own', () => {
  expect(between('America/New_York', '2026-03-01T00:00Z', '2026-12-01T00:00Z')).toEqual([
    { kind: 'STANDARD', wall: '20251102T020000', from: '-0400', to: '-0500' },
    { kind: 'DAYLIGHT', wall: '20260308T020000', from: '-0500', to: '-0400' },
    { kind: 'STANDARD', wall: '20261101T020000', from: '-0400', to: '-0500' },
  ]);
});

test('half an hour of summer time, on the southern half of the world', () => {
  expect(between('Australia/Lord_Howe', '2026-04-01T00:00Z', '2026-04-10T00:00Z')).toEqual([
    { kind: 'DAYLIGHT', wall: '20251005T020000', from: '+1030', to: '+1100' },
    { kind: 'STANDARD', wall: '20260405T020000', from: '+1100', to: '+1030' },
  ]);
});
