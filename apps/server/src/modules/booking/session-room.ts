import {
  calculateSessionTimes,
  type SessionTerms,
  type SessionTimes,
  type StudioPolicy,
} from '#modules/schedule/index.ts';
import type { Booking } from './booking.ts';

/** A session's row as the engine holds it, locked. */
export interface LockedSession extends SessionTerms {
  readonly id: string;
  readonly classTypeId: string;
  readonly classCutoffMinutes: number | null;
  instructorId: string;
  locationId: string;
  timeZone: string;
  endsAt: Temporal.Instant;
  capacity: number;
  state: 'scheduled' | 'canceled';
  activeCount: number;
  waitingCount: number;
  overCapacity: boolean;
  nextQueueNumber: number;
  /** Raised by every change of what members have in their calendars. */
  revision: number;
  movedAt: Temporal.Instant | null;
  canceledAt: Temporal.Instant | null;
  canceledReason: string | null;
  deletedAt: Temporal.Instant | null;
}

/** Asks the shell to load further into the waiting list and to decide again. */
export class NeedMoreWaiters extends Error {}

const queueNumber = (booking: Booking) => booking.queueNumber ?? 0;
const byQueueNumber = (a: Booking, b: Booking) => queueNumber(a) - queueNumber(b);
const canceledMs = (booking: Booking) => booking.canceledAt?.epochMilliseconds ?? 0;
const byCancellation = (a: Booking, b: Booking) => canceledMs(a) - canceledMs(b);

/** One locked session with the bookings that its commands concern. */
export class SessionRoom {
  readonly session: LockedSession;
  readonly #policy: StudioPolicy;
  readonly #bookings = new Map<string, Booking>();
  readonly #openByUser = new Map<string, Booking>();
  readonly #forfeited: Booking[] = [];
  #waiters: Booking[] = [];
  /** All waiters up to this queue number are loaded; others only if a command names them. */
  #knownUpTo = 0;
  #times: SessionTimes;

  constructor(session: LockedSession, policy: StudioPolicy) {
    this.session = session;
    this.#policy = policy;
    this.#times = this.#calculateTimes();
  }

  get times(): SessionTimes {
    return this.#times;
  }

  /** To be called after the session's terms changed. */
  refreshTimes(): void {
    this.#times = this.#calculateTimes();
  }

  /** Makes a booking known; a second time changes nothing. */
  add(booking: Booking): void {
    if (this.#bookings.has(booking.id)) return;
    this.#bookings.set(booking.id, booking);
    if (booking.state !== 'canceled') this.#openByUser.set(booking.userId, booking);
    if (booking.state === 'waiting') this.#waiters.push(booking);
    if (booking.entryForfeited) this.#forfeited.push(booking);
  }

  booking(id: string): Booking | undefined {
    return this.#bookings.get(id);
  }

  /** The member's booking that is not canceled. */
  openBookingOf(userId: string): Booking | undefined {
    const booking = this.#openByUser.get(userId);
    return booking?.state === 'canceled' ? undefined : booking;
  }

  /** All loaded bookings that are not canceled. */
  openBookings(): Booking[] {
    return [...this.#bookings.values()].filter((booking) => booking.state !== 'canceled');
  }

  /** Late cancellations whose entry is still kept, oldest first. */
  get forfeited(): readonly Booking[] {
    return this.#forfeited.filter((booking) => booking.entryForfeited).sort(byCancellation);
  }

  /** Keeps the entry of a booking that was just canceled late. */
  forfeit(booking: Booking): void {
    booking.entryForfeited = true;
    this.#forfeited.push(booking);
  }

  /** Seats that may be taken now; none while the session is over capacity. */
  get freeSeats(): number {
    const { capacity, activeCount } = this.session;
    return Math.max(0, capacity - activeCount);
  }

  /** Makes the first waiters known; `complete` when there are no others behind them. */
  addHeads(heads: readonly Booking[], complete: boolean): void {
    for (const booking of heads) this.add(booking);
    this.#knownUpTo = complete ? Number.POSITIVE_INFINITY : (heads.at(-1)?.queueNumber ?? 0);
  }

  /**
   * The waiting bookings in queue order.
   *
   * @throws NeedMoreWaiters before it would pass over waiters that were not loaded
   */
  *queue(): Generator<Booking> {
    this.#waiters = this.#waiters.filter((booking) => booking.state === 'waiting').sort(byQueueNumber);
    for (const booking of this.#waiters) {
      if (queueNumber(booking) > this.#knownUpTo) break;
      yield booking;
    }
    if (this.#knownUpTo !== Number.POSITIVE_INFINITY && this.session.waitingCount > 0) throw new NeedMoreWaiters();
  }

  #calculateTimes(): SessionTimes {
    const { session } = this;
    return calculateSessionTimes(session, session.classCutoffMinutes, session.timeZone, this.#policy);
  }
}
