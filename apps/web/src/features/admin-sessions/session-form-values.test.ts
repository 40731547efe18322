import { expect, test } from 'vitest';
import type { AdminSession } from '#lib/api/types.ts';
import { changedFields, newSession, sessionPatch, sessionValues } from './session-form-values.ts';

const zone = 'Europe/Ljubljana';
const session = {
  class: { id: 'c', name: 'Vinyasa Flow' },
  location: { id: 'l', name: 'Lindenhof' },
  instructor: { id: 'i', name: 'Maya' },
  startsAt: '2026-11-24T17:30:00+01:00',
  endsAt: '2026-11-24T18:45:00+01:00',
  timeZone: zone,
  capacity: 12,
  bookingOpensDaysBefore: null,
  bookingClosesMinutesBefore: null,
  cancellationCutoffMinutes: 240,
} as AdminSession;
const values = sessionValues(session);

test('the form shows the wall time of the location', () => {
  expect(values).toMatchObject({ date: '2026-11-24', startTime: '17:30', endTime: '18:45', capacity: '12' });
});

test('an untouched form changes nothing', () => {
  expect(sessionPatch(session, values, zone)).toEqual({});
});

test('only what differs is sent', () => {
  expect(sessionPatch(session, { ...values, capacity: '10', instructorId: 'j' }, zone)).toEqual({
    capacity: 10,
    instructorId: 'j',
  });
});

test('a location in another zone keeps the wall time', () => {
  expect(sessionPatch(session, { ...values, locationId: 'm' }, 'Europe/London')).toEqual({
    locationId: 'm',
    startsAt: '2026-11-24T17:30:00.000Z',
    endsAt: '2026-11-24T18:45:00.000Z',
  });
});

test('a session may go past midnight', () => {
  const late = newSession({ ...values, startTime: '23:00', endTime: '00:30' }, zone);
  expect([late.startsAt, late.endsAt]).toEqual(['2026-11-24T22:00:00.000Z', '2026-11-24T23:30:00.000Z']);
});

test('own terms are sent where they differ; an empty one is left to the class and the studio', () => {
  const terms = { ...values, bookingOpensDaysBefore: '7', cancellationCutoffMinutes: '' };
  expect(sessionPatch(session, terms, zone)).toEqual({ bookingOpensDaysBefore: 7, cancellationCutoffMinutes: null });
});

test('what somebody else changed is named by the fields of the form', () => {
  const moved = { ...session, startsAt: '2026-11-25T17:30:00+01:00', endsAt: '2026-11-25T18:45:00+01:00', capacity: 9 };
  expect(changedFields(session, moved)).toEqual(['date', 'capacity']);
});
