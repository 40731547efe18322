import { expect, test } from 'vitest';
import type { AdminSession } from '#lib/api/types.ts';
import { readNewSessionStart, startValues } from './new-session-start.ts';

test('a free slot of the week fills in date, time and an hour', () => {
  const start = readNewSessionStart({ date: '2026-11-24', time: '23:00', copyOf: 'x', else: 'y' });
  expect(start).toEqual({ date: '2026-11-24', time: '23:00' });
  expect(startValues(start)).toMatchObject({ date: '2026-11-24', startTime: '23:00', endTime: '00:00', classId: '' });
});

test('a copy is the same a week later, at the same time on the wall', () => {
  const original = {
    class: { id: 'c' },
    location: { id: 'l' },
    instructor: { id: 'i' },
    startsAt: '2027-03-23T18:00:00+01:00',
    endsAt: '2027-03-23T19:00:00+01:00',
    timeZone: 'Europe/Ljubljana',
    capacity: 12,
  } as AdminSession;
  expect(startValues({}, original)).toMatchObject({
    date: '2027-03-30',
    startTime: '18:00',
    capacity: '12',
    classId: 'c',
  });
});
