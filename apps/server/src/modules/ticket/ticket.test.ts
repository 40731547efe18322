import { expect, test } from 'vitest';
import { type Ticket, thawedUntil, ticketStatus, validityFrom } from './ticket.ts';

const now = Temporal.Instant.from('2026-05-01T12:00Z');
const past = now.subtract({ hours: 1 });
const future = now.add({ hours: 1 });

type Shown = Pick<Ticket, 'state' | 'entriesLeft' | 'validFrom' | 'validUntil'>;
const running: Shown = { state: 'active', entriesLeft: 3, validFrom: past, validUntil: future };

test.each<[string, Partial<Shown>, string]>([
  ['running', {}, 'active'],
  ['unlimited', { entriesLeft: null }, 'active'],
  ['starts now', { validFrom: now }, 'active'],
  ['ends now', { validUntil: now }, 'expired'],
  ['starts later', { validFrom: future, validUntil: future.add({ hours: 1 }) }, 'not_started'],
  ['starts at the first booking', { validFrom: null, validUntil: null }, 'not_started'],
  ['no entry left', { entriesLeft: 0 }, 'used_up'],
  ['no entry left and over', { entriesLeft: 0, validUntil: past }, 'expired'],
  ['frozen past its end', { state: 'frozen', validUntil: past }, 'frozen'],
  ['revoked', { state: 'revoked', entriesLeft: 0, validUntil: past }, 'revoked'],
])('%s: %s', (_, overrides, status) => {
  expect(ticketStatus({ ...running, ...overrides }, now)).toBe(status);
});

test('a validity runs for whole days of 24 hours', () => {
  const { validFrom, validUntil } = validityFrom(Temporal.Instant.from('2026-03-28T12:00Z'), 2);
  expect([validFrom, validUntil].map(String)).toEqual(['2026-03-28T12:00:00Z', '2026-03-30T12:00:00Z']);
});

test.each([
  ['not frozen at all', 0, 0],
  ['a moment', 1 / 3_600, 1],
  ['a day', 24, 1],
  ['a day and a moment', 24.01, 2],
])('frozen for %s (%d h): %i days later', (_, hours, days) => {
  const frozenAt = now.subtract({ seconds: Math.round(hours * 3_600) });
  expect(thawedUntil(future, frozenAt, now)?.since(future).total('hours')).toBe(days * 24);
  expect(thawedUntil(null, frozenAt, now)).toBeNull();
});
