import { sql } from 'kysely';
import type { SeatCommand } from '#modules/booking/index.ts';
import type { TicketSeats } from '#modules/ticket/index.ts';
import type { Tx } from '#platform/db/database.ts';

/**
 * What changes of tickets do to seats, at a time of the story: remembered while the tickets change, and then part of the
 * next batch, which is decided at that time.
 */
export class DeferredSeats implements TicketSeats {
  readonly #gained = new Set<string>();
  readonly #revoked = new Set<string>();

  async afterGain<T>(_tx: Tx, userIds: string | readonly string[], change: () => Promise<T>): Promise<T> {
    for (const userId of [userIds].flat()) this.#gained.add(userId);
    return await change();
  }

  async afterRevocation<T>(_tx: Tx, ticketId: string, change: () => Promise<T>): Promise<T> {
    this.#revoked.add(ticketId);
    return await change();
  }

  /** The commands that follow from what has changed since the last call. */
  async takeCommands(tx: Tx, at: Temporal.Instant): Promise<SeatCommand[]> {
    if (this.#gained.size + this.#revoked.size === 0) return [];
    const { rows } = await sql<{ sessionId: string; ticketId: string | null }>`
      select distinct session_id, case when state = 'active' then ticket_id end as ticket_id from bookings
      where starts_at > ${at} and (
        state = 'waiting' and user_id = any(${[...this.#gained]}::uuid[])
        or state = 'active' and ticket_id = any(${[...this.#revoked]}::uuid[]))
      order by 1, 2`.execute(tx);
    this.#gained.clear();
    this.#revoked.clear();
    return rows.map(({ sessionId, ticketId }) =>
      ticketId === null
        ? { kind: 'promote', sessionId, cause: 'ticket_gained' }
        : { kind: 'withdrawTicket', sessionId, ticketId },
    );
  }
}
