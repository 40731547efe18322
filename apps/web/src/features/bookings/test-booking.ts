import type { Booking } from '#lib/api/types.ts';

/** The present of the tests. */
export const NOW = Date.parse('2026-03-02T12:00:00Z');
export const hour = (hours: number) => new Date(NOW + hours * 3_600_000).toISOString();

/** An hour of something, that many hours from now. */
export function place(startsIn: number, rest: Partial<Booking> = {}): Booking {
  const named = { id: 'x', name: 'X' };
  return {
    id: `at ${startsIn}`,
    session: {
      id: `session at ${startsIn}`,
      class: named,
      instructor: named,
      location: named,
      startsAt: hour(startsIn),
      endsAt: hour(startsIn + 1),
      timeZone: 'UTC',
      state: 'scheduled',
      canceledReason: null,
    },
    state: 'active',
    waitingPosition: null,
    ticketId: 'x',
    ticketName: 'X',
    bookedAt: hour(-100),
    promotedAt: null,
    cancelFreeUntil: null,
    canceledAt: null,
    canceledReason: null,
    entryForfeited: false,
    checkedInAt: null,
    noShowAt: null,
    ...rest,
  };
}
