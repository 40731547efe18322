/** The three states of a booking; `canceled` is final, booking again makes a new one (DOMAIN "Booking state machine"). */
export type BookingState = 'active' | 'waiting' | 'canceled';

export type CanceledReason = 'member' | 'late' | 'staff' | 'session_canceled' | 'ticket_revoked' | 'list_closed';

/** A member's place, or place in the queue, in a session. The engine changes it under the session's lock. */
export interface Booking {
  readonly id: string;
  readonly sessionId: string;
  readonly userId: string;
  /** The ticket that paid; while waiting the one named or chosen when joining. */
  ticketId: string;
  state: BookingState;
  /** Place in the order of the queue; kept after a promotion, null when the seat was free at once. */
  readonly queueNumber: number | null;
  /** Who booked for the member, null when they did. */
  readonly bookedBy: string | null;
  readonly bookedAt: Temporal.Instant;
  promotedAt: Temporal.Instant | null;
  /** Until then cancellation is free although the cutoff has passed. */
  graceUntil: Temporal.Instant | null;
  canceledAt: Temporal.Instant | null;
  canceledReason: CanceledReason | null;
  canceledBy: string | null;
  /** A late cancel kept the entry; it comes back when the waiting list refills the seat. */
  entryForfeited: boolean;
}
