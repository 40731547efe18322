import type { AuditActor } from '#modules/audit/index.ts';
import type { IdempotencyKey } from '#platform/http/idempotency.ts';
import type { ErrorCode } from '#platform/http/problems.ts';
import type { BookingState, CanceledReason } from './booking.ts';

/** A member, or staff for them, wants a place. */
export interface BookCommand {
  kind: 'book';
  sessionId: string;
  userId: string;
  ticketId?: string;
  /** Set when staff books for the member; audited, and possible from before booking opens until the session ends. */
  staff?: AuditActor;
  idempotency?: IdempotencyKey | null;
}

export interface CancelCommand {
  kind: 'cancel';
  sessionId: string;
  bookingId: string;
  userId: string;
  /** A member accepts that the entry is kept because it is late. */
  forfeit: boolean;
  /** Set when staff cancels for the member: always free, and audited. */
  staff?: AuditActor;
  /** Why staff did. */
  reason?: string | null;
}

/** What an admin may change about a session; only what is given changes. */
export interface SessionPatch {
  capacity?: number;
  startsAt?: Temporal.Instant;
  endsAt?: Temporal.Instant;
  instructorId?: string;
  /** With the zone of that location, which decides when booking opens. */
  location?: { id: string; timeZone: string };
  bookingOpensDaysBefore?: number | null;
  bookingClosesMinutesBefore?: number | null;
  cancellationCutoffMinutes?: number | null;
}

export interface ChangeSessionCommand {
  kind: 'changeSession';
  sessionId: string;
  patch: SessionPatch;
  /** Accept a capacity below the booked places; nobody is bumped. */
  allowOverCapacity: boolean;
  /** The revision of the session as the admin saw it; without it whatever it is now. */
  version?: number;
  reason: string | null;
  staff: AuditActor;
}

export interface CancelSessionCommand {
  kind: 'cancelSession';
  sessionId: string;
  /** As in a change. */
  version?: number;
  reason: string | null;
  staff: AuditActor;
}

/** Removes an empty session from the schedule. */
export interface DeleteSessionCommand {
  kind: 'deleteSession';
  sessionId: string;
  /** As in a change. */
  version?: number;
  reason: string | null;
  staff: AuditActor;
}

/** Fills free seats from the waiting list. */
export interface PromoteCommand {
  kind: 'promote';
  sessionId: string;
  cause: PromotionCause;
}

/** Ends the waiting list of a session that has started. */
export interface CloseListCommand {
  kind: 'closeList';
  sessionId: string;
}

/** Takes the seats that a revoked ticket paid for; the caller has locked and revoked the ticket. */
export interface WithdrawTicketCommand {
  kind: 'withdrawTicket';
  sessionId: string;
  ticketId: string;
}

export type SeatCommand =
  | BookCommand
  | CancelCommand
  | ChangeSessionCommand
  | CancelSessionCommand
  | DeleteSessionCommand
  | PromoteCommand
  | CloseListCommand
  | WithdrawTicketCommand;

export type PromotionCause = 'seat_freed' | 'capacity_raised' | 'ticket_gained' | 'swept' | 'booked_after_close';
export type PromotionOutcome = 'promoted' | 'claimed' | 'no_usable_ticket' | 'account_blocked' | 'overlapping_booking';

/** Codes with which a seat command can be refused; `problems.ts` has their status and title. */
export type SeatRefusal = Extract<
  ErrorCode,
  | 'not_found'
  | 'account_blocked'
  | 'already_booked'
  | 'no_usable_ticket'
  | 'session_started'
  | 'session_ended'
  | 'session_full'
  | 'session_canceled'
  | 'booking_not_open'
  | 'booking_closed'
  | 'overlapping_booking'
  | 'cancellation_cutoff_passed'
  | 'already_canceled'
  | 'capacity_below_active'
  | 'still_in_use'
  | 'validation_failed'
  | 'idempotency_key_reused'
  | 'version_conflict'
>;

/** A booking as the answer to the one who booked or canceled. */
export interface BookingAnswer {
  id: string;
  sessionId: string;
  userId: string;
  state: BookingState;
  /** 1 for the next in line; null unless waiting. */
  waitingPosition: number | null;
  ticketId: string;
  bookedAt: string;
  /** Free cancellation ends here; null once canceled. */
  cancelFreeUntil: string | null;
  canceledAt: string | null;
  canceledReason: CanceledReason | null;
}

/** What a seat command did, or why it was refused. */
export type Decision =
  | { outcome: 'done' }
  | { outcome: 'booked'; booking: BookingAnswer }
  | { outcome: 'canceled'; booking: BookingAnswer; late: boolean; entryReturned: boolean; deadline: string | null }
  | { outcome: 'repeated'; answer: unknown }
  | { outcome: 'refused'; code: SeatRefusal; details: Record<string, unknown> };

export function refused(code: SeatRefusal, details: Record<string, unknown> = {}): Decision {
  return { outcome: 'refused', code, details };
}
