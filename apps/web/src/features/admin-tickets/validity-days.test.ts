import { expect, test } from 'vitest';
import type { AdminTicket } from '#lib/api/types.ts';
import { addDays, validityDays, validityPatch } from './validity-days.ts';

const zone = 'Europe/Ljubljana';
const ticket = { validFrom: '2026-03-01T09:30:00Z', validUntil: '2026-03-28T23:30:00Z' } as AdminTicket;

test('days are days of the studio', () => {
  expect(validityDays(ticket, zone)).toEqual({ from: '2026-03-01', until: '2026-03-29' });
  expect(validityDays({ validFrom: null, validUntil: null } as AdminTicket, zone)).toEqual({ from: '', until: '' });
});

test('only what differs is sent, and the last day counts whole', () => {
  const days = validityDays(ticket, zone);
  expect(validityPatch(ticket, days, zone)).toEqual({});
  expect(validityPatch(ticket, { ...days, until: '2026-04-05' }, zone)).toEqual({
    validUntil: '2026-04-05T21:59:00.000Z',
  });
  expect(validityPatch(ticket, { ...days, from: '2026-03-05' }, zone)).toEqual({
    validFrom: '2026-03-04T23:00:00.000Z',
  });
});

test('a week later is a week later, also when the clocks change', () => {
  expect(addDays('2026-03-26', 7)).toBe('2026-04-02');
});
