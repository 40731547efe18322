import type { Tx } from '#platform/db/database.ts';

/**
 * What happens to seats when a ticket changes.
 *
 * The booking module provides it, because bookings know tickets and tickets do not know bookings. Both functions lock
 * the sessions concerned before `change` locks the ticket (lock order: session → ticket → booking).
 */
export interface TicketSeats {
  /** Runs a change after which members may have a usable ticket, then promotes them where they wait beside a free seat. */
  afterGain<T>(tx: Tx, userIds: string | readonly string[], change: () => Promise<T>): Promise<T>;
  /** Runs the revocation of a ticket, then cancels its bookings in sessions that have not started; the seats go to the waiting lists. */
  afterRevocation<T>(tx: Tx, ticketId: string, change: () => Promise<T>): Promise<T>;
}
