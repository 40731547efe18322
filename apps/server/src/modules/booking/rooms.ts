import type { AuditEntry } from '#modules/audit/index.ts';
import type { StudioPolicy } from '#modules/schedule/index.ts';
import type { Ticket } from '#modules/ticket/index.ts';
import type { Booking } from './booking.ts';
import type { BookingEventKind } from './booking-events-job.ts';
import type { PromotionCause, PromotionOutcome } from './seat-command.ts';
import type { SessionRoom } from './session-room.ts';

/** A member as far as seats are concerned: loaded with their tickets locked. */
export interface Member {
  readonly id: string;
  readonly blocked: boolean;
  readonly erased: boolean;
  readonly tickets: Ticket[];
  /** Times of the coming active bookings, by session. */
  readonly activeTimes: Map<string, { startsAt: Temporal.Instant; endsAt: Temporal.Instant }>;
}

/** Something members are told about afterwards. */
export interface BookingEvent {
  kind: Exclude<BookingEventKind, QueueEvent['kind']>;
  bookingId: string;
  /** The session's revision that this is about, where the same may happen to a booking again. */
  revision?: number;
}

/** Something that everybody who waits in a session is told about. */
export interface QueueEvent {
  kind: 'seat_opened';
  sessionId: string;
}

export interface LedgerEntry {
  ticketId: string;
  kind: 'spend' | 'return';
  bookingId: string;
}

export interface PromotionDecision {
  sessionId: string;
  bookingId: string;
  userId: string;
  outcome: PromotionOutcome;
  cause: PromotionCause;
}

/** Everything one batch wants to write, collected while deciding. */
export interface Changes {
  newBookings: Set<Booking>;
  changedBookings: Set<Booking>;
  sessions: Set<SessionRoom>;
  /** Sessions of which more than the counters changed. */
  editedSessions: Set<SessionRoom>;
  tickets: Set<Ticket>;
  ledger: LedgerEntry[];
  /** By booking and outcome, so that a queue gone through again and again is logged once. */
  promotions: Map<string, PromotionDecision>;
  events: (BookingEvent | QueueEvent)[];
  audit: AuditEntry[];
}

/** The sessions, members and tickets of one batch, locked and loaded, and what is decided about them. */
export interface Rooms {
  /** The database's clock after the locks were taken, so that all API processes agree. */
  readonly now: Temporal.Instant;
  readonly policy: StudioPolicy;
  readonly sessions: ReadonlyMap<string, SessionRoom>;
  readonly members: ReadonlyMap<string, Member>;
  /** Members who got an entry back or an hour free, and may now be able to take a seat where they wait. */
  readonly released: Set<string>;
  readonly changes: Changes;
}

export function noChanges(): Changes {
  return {
    newBookings: new Set(),
    changedBookings: new Set(),
    sessions: new Set(),
    editedSessions: new Set(),
    tickets: new Set(),
    ledger: [],
    promotions: new Map(),
    events: [],
    audit: [],
  };
}
