import { sql } from 'kysely';
import type { bookingEventsJob } from '#modules/booking/index.ts';
import type { Tx } from '#platform/db/database.ts';
import { inTransaction } from '#platform/db/transaction.ts';
import type { PayloadOf } from '#platform/jobs/define-job.ts';
import type { NotificationDeps } from './notification-deps.ts';
import { type NewMessage, recordMessages } from './record-messages.ts';

type Event = PayloadOf<typeof bookingEventsJob>['events'][number];

/**
 * Tells members what happened to their bookings.
 *
 * Safe to run again: the cause is the event and its booking, and the session's revision where the same may happen again.
 */
export async function recordBookingMessages(
  { db, jobs }: Pick<NotificationDeps, 'db' | 'jobs'>,
  { events }: { events: readonly Event[] },
): Promise<void> {
  await inTransaction(db, async (tx) => {
    const concerned = await bookingsConcerned(tx, events);
    await recordMessages(tx, jobs, concerned.map(messageOf));
  });
}

interface ConcernedBooking extends Pick<Event, 'kind'> {
  userId: string;
  bookingId: string;
  revision: number | null;
}

/** The bookings of the events, in their order; an event without one concerns everybody who waits in its session. */
async function bookingsConcerned(tx: Tx, events: readonly Event[]): Promise<ConcernedBooking[]> {
  const column = (value: (event: Event) => unknown) => events.map((event) => value(event) ?? null);
  const { rows } = await sql<ConcernedBooking>`
    select b.user_id as "userId", b.id as "bookingId", e.kind, e.revision
    from unnest(${column(({ kind }) => kind)}::text[], ${column(({ bookingId }) => bookingId)}::uuid[],
      ${column(({ sessionId }) => sessionId)}::uuid[], ${column(({ revision }) => revision)}::integer[])
      with ordinality e (kind, booking_id, session_id, revision, position)
    cross join lateral (
      select id, user_id, queue_number from bookings where id = e.booking_id
      union all
      select id, user_id, queue_number from bookings
      where e.booking_id is null and session_id = e.session_id and state = 'waiting'
    ) b
    order by e.position, b.queue_number`.execute(tx);
  return rows;
}

function messageOf({ userId, bookingId, kind, revision }: ConcernedBooking): NewMessage {
  const cause = [kind, bookingId, ...(revision === null ? [] : [revision])].join(':');
  return { userId, bookingId, kind, cause, data: revision === null ? {} : { revision } };
}
