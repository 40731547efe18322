import type { LockedSession } from '#modules/booking/index.ts';
import type { StudioPolicy } from '#modules/schedule/index.ts';
import type { BookingRecord } from './session-record.ts';

/** Something that somebody did about a session. */
export interface Act {
  at: Temporal.Instant;
  kind: 'book' | 'cancel';
  record: BookingRecord;
}

/**
 * Everything that was done, in its order. Those of one batch have one time; the queue tells who was first.
 *
 * @param present the policy under which it happened; tells who claimed a free seat after the list had closed
 */
export function actsOf(session: LockedSession, bookings: readonly BookingRecord[], present: StudioPolicy): Act[] {
  const { epochMilliseconds } = session.startsAt;
  const listClosedMs = epochMilliseconds - present.waitlistClosesMinutesBefore * 60_000;
  const acts = bookings.flatMap((record) => {
    const { bookedAt, promotedAt, canceledAt, canceledReason } = record;
    const some: Act[] = [{ at: bookedAt, kind: 'book', record }];
    const claimed = promotedAt && promotedAt.epochMilliseconds >= listClosedMs;
    if (claimed) some.push({ at: promotedAt, kind: 'book', record });
    if (canceledAt && canceledReason !== 'list_closed') some.push({ at: canceledAt, kind: 'cancel', record });
    return some;
  });
  return acts.sort(inOrder);
}

/** Milliseconds are compared first: to compare instants costs several times as much, and most differ by more. */
function inOrder(a: Act, b: Act): number {
  return (
    a.at.epochMilliseconds - b.at.epochMilliseconds ||
    Temporal.Instant.compare(a.at, b.at) ||
    (a.record.queueNumber ?? 0) - (b.record.queueNumber ?? 0)
  );
}
