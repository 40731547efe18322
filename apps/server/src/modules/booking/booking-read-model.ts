import { sql } from 'kysely';
import { calculateSessionTimes, findStudio, policyOf, type StudioPolicy } from '#modules/schedule/index.ts';
import type { Database } from '#platform/db/database.ts';
import { decodeCursor, page } from '#platform/http/cursor.ts';
import type { BookingState } from './booking.ts';
import { calculateFreeUntil } from './cancellation-policy.ts';

export interface BookingFilter {
  when?: 'upcoming' | 'past';
  state?: BookingState;
}

type BookingRow = Awaited<ReturnType<ReturnType<typeof bookingRows>['executeTakeFirstOrThrow']>>;

/** The member's booking, or undefined when it is not theirs. */
export async function findBookingView(db: Database, userId: string, id: string) {
  const row = await bookingRows(db).where('b.userId', '=', userId).where('b.id', '=', id).executeTakeFirst();
  return row && bookingView(row, policyOf(await findStudio(db)));
}

/** Upcoming bookings soonest first, past ones latest first; a canceled one counts by its session's time as well. */
export async function listBookings(
  db: Database,
  userId: string,
  filter: BookingFilter,
  limit: number,
  cursor?: string,
) {
  const past = filter.when === 'past';
  const [order, before] = past ? (['desc', '<'] as const) : (['asc', '>'] as const);
  let query = bookingRows(db)
    .where('b.userId', '=', userId)
    .orderBy('b.startsAt', order)
    .orderBy('b.id', order)
    .limit(limit + 1);
  if (filter.when) query = query.where('b.endsAt', past ? '<=' : '>', sql<Temporal.Instant>`now()`);
  if (filter.state) query = query.where('b.state', '=', filter.state);
  if (cursor) {
    const [startsAt, id] = decodeCursor(cursor, ['instant', 'id']);
    query = query.where(sql<boolean>`(b.starts_at, b.id) ${sql.raw(before)} (${startsAt}::timestamptz, ${id}::uuid)`);
  }
  const [rows, studio] = await Promise.all([query.execute(), findStudio(db)]);
  const policy = policyOf(studio);
  return page(
    rows,
    limit,
    (row) => bookingView(row, policy),
    (row) => [row.startsAt.toString(), row.id],
  );
}

/** What a command needs to know of a booking before the engine looks at it under the lock. */
export async function findBooking(db: Database, id: string) {
  return db.selectFrom('bookings').select(['id', 'sessionId', 'userId']).where('id', '=', id).executeTakeFirst();
}

/** 1 for the next in line, null unless waiting: how many wait with this number or a lower one. */
export const waitingPosition = sql<number | null>`case when b.state = 'waiting' then (
  select count(*)::int from bookings w
  where w.session_id = b.session_id and w.state = 'waiting' and w.queue_number <= b.queue_number) end`;

function bookingRows(db: Database) {
  return db
    .selectFrom('bookings as b')
    .innerJoin('sessions as s', 's.id', 'b.sessionId')
    .innerJoin('classTypes as c', 'c.id', 's.classTypeId')
    .innerJoin('instructors as i', 'i.id', 's.instructorId')
    .innerJoin('locations as l', 'l.id', 's.locationId')
    .innerJoin('tickets as t', 't.id', 'b.ticketId')
    .select([
      'b.id',
      'b.sessionId',
      'b.state',
      'b.ticketId',
      'b.bookedAt',
      'b.promotedAt',
      'b.graceUntil',
      'b.canceledAt',
    ])
    .select(['b.canceledReason', 'b.entryForfeited', 'b.checkedInAt', 'b.noShowAt', 'b.startsAt', 'b.endsAt'])
    .select(['t.name as ticketName', 'l.timeZone'])
    .select(['c.id as classId', 'c.name as className', 'i.id as instructorId', 'i.name as instructorName'])
    .select(['l.id as locationId', 'l.name as locationName', 's.state as sessionState', 's.movedAt'])
    .select('s.canceledReason as sessionCanceledReason')
    .select(['s.bookingOpensDaysBefore', 's.bookingClosesMinutesBefore', 's.cancellationCutoffMinutes'])
    .select(['c.cancellationCutoffMinutes as classCutoffMinutes'])
    .select(waitingPosition.as('waitingPosition'));
}

function bookingView(row: BookingRow, policy: StudioPolicy) {
  const { cutoffAt } = calculateSessionTimes(row, row.classCutoffMinutes, row.timeZone, policy);
  const local = (instant: Temporal.Instant) =>
    instant.toZonedDateTimeISO(row.timeZone).toString({ timeZoneName: 'never', smallestUnit: 'second' });
  return {
    id: row.id,
    session: {
      id: row.sessionId,
      class: { id: row.classId, name: row.className },
      instructor: { id: row.instructorId, name: row.instructorName },
      location: { id: row.locationId, name: row.locationName },
      startsAt: local(row.startsAt),
      endsAt: local(row.endsAt),
      timeZone: row.timeZone,
      state: row.sessionState,
      canceledReason: row.sessionCanceledReason,
    },
    state: row.state,
    waitingPosition: row.waitingPosition,
    ticketId: row.ticketId,
    ticketName: row.ticketName,
    bookedAt: row.bookedAt.toString(),
    promotedAt: row.promotedAt?.toString() ?? null,
    cancelFreeUntil: row.state === 'canceled' ? null : local(calculateFreeUntil(row, { ...row, cutoffAt })),
    canceledAt: row.canceledAt?.toString() ?? null,
    canceledReason: row.canceledReason,
    entryForfeited: row.entryForfeited,
    checkedInAt: row.checkedInAt?.toString() ?? null,
    noShowAt: row.noShowAt?.toString() ?? null,
  };
}
