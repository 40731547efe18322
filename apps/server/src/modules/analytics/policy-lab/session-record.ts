import type { LockedSession } from '#modules/booking/index.ts';

/** What members and staff did about one session, as the bookings still tell. */
export interface SessionRecord {
  session: LockedSession;
  bookings: BookingRecord[];
}

export interface BookingRecord {
  userId: string;
  /** Whether the ticket has entries to lose. */
  limited: boolean;
  bookedAt: Temporal.Instant;
  queueNumber: number | null;
  promotedAt: Temporal.Instant | null;
  canceledAt: Temporal.Instant | null;
  canceledReason: 'member' | 'late' | 'staff' | 'session_canceled' | 'ticket_revoked' | 'list_closed' | null;
  entryForfeited: boolean;
}
