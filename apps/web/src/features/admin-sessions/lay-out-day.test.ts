import { expect, test } from 'vitest';
import type { AdminSession } from '#lib/api/types.ts';
import { hoursOf, layOutDay } from './lay-out-day.ts';

const session = (start: string, end: string, timeZone = 'Europe/Ljubljana') =>
  ({ startsAt: `2026-11-24T${start}:00+01:00`, endsAt: `2026-11-24T${end}:00+01:00`, timeZone }) as AdminSession;
const lanes = (...sessions: AdminSession[]) =>
  layOutDay(sessions, '2026-11-24').map(({ lane, lanes }) => [lane, lanes]);

test('sessions stand at the wall time of their location, in order', () => {
  const placed = layOutDay([session('18:00', '19:15'), session('08:30', '09:30')], '2026-11-24');
  expect(placed.map(({ from, to }) => [from, to])).toEqual([
    [510, 570],
    [1080, 1155],
  ]);
  const [abroad] = layOutDay([session('18:00', '19:00', 'Europe/London')], '2026-11-24');
  expect(abroad?.from).toBe(17 * 60);
});

test('those of another day are left out, those over midnight end with the day', () => {
  expect(layOutDay([session('18:00', '19:00')], '2026-11-25')).toEqual([]);
  const late = { ...session('23:00', '23:59'), endsAt: '2026-11-25T01:00:00+01:00' };
  expect(layOutDay([late], '2026-11-24')[0]?.to).toBe(24 * 60);
});

test('those that overlap stand side by side; a free lane is taken again', () => {
  expect(lanes(session('09:00', '10:00'), session('10:00', '11:00'))).toEqual([
    [0, 1],
    [0, 1],
  ]);
  expect(lanes(session('09:00', '11:00'), session('09:30', '10:00'), session('10:00', '11:00'))).toEqual([
    [0, 2],
    [1, 2],
    [1, 2],
  ]);
});

test('a week shows daytime, and more where there is something', () => {
  expect(hoursOf([[]])).toEqual({ from: 8, to: 20 });
  expect(hoursOf([layOutDay([session('06:30', '07:00'), session('20:30', '21:15')], '2026-11-24')])).toEqual({
    from: 6,
    to: 22,
  });
});
