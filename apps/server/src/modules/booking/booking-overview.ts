import { sql } from 'kysely';
import { type Static, Type } from 'typebox';
import { peopleContaining } from '#modules/identity/index.ts';
import type { Database } from '#platform/db/database.ts';
import { decodeCursor, page } from '#platform/http/cursor.ts';
import { Id, Instant, Nullable, OneOf } from '#platform/http/schemas.ts';
import { BookingStateSchema, CanceledReasonSchema } from './booking-schemas.ts';

const Named = Type.Object({ id: Id, name: Type.String() });
const CanceledReason = OneOf(['member', 'late', 'staff', 'session_canceled', 'ticket_revoked', 'list_closed']);

/** What the overview can be narrowed down by. */
export const OverviewFilter = Type.Object({
  state: Type.Optional(BookingStateSchema),
  attendance: Type.Optional({
    ...OneOf(['checked_in', 'no_show', 'unmarked']),
    description: '`unmarked`: holds a place in a session that has started, and nobody has said yet who came',
  }),
  canceledReason: Type.Optional(CanceledReason),
  sessionId: Type.Optional(Id),
  classId: Type.Optional(Id),
  locationId: Type.Optional(Id),
  instructorId: Type.Optional(Id),
  userId: Type.Optional(Id),
  from: Type.Optional({ ...Instant, description: 'Sessions that start then or later' }),
  to: Type.Optional({ ...Instant, description: 'Sessions that start before' }),
  q: Type.Optional(Type.String({ maxLength: 200, description: 'Part of the name or the e-mail of a member' })),
});
export type OverviewFilter = Static<typeof OverviewFilter>;

/** `-` in front: latest first. */
export const OverviewSort = OneOf(['-bookedAt', 'bookedAt', '-startsAt', 'startsAt']);
export type OverviewSort = Static<typeof OverviewSort>;

export const OverviewItem = Type.Object({
  id: Id,
  state: BookingStateSchema,
  user: Type.Object({ ...Named.properties, email: Type.String() }),
  session: Type.Object({
    id: Id,
    class: Named,
    location: Named,
    instructor: Named,
    startsAt: Instant,
    endsAt: Instant,
    timeZone: Type.String(),
  }),
  ticket: Named,
  bookedAt: Instant,
  promotedAt: Nullable(Instant),
  canceledAt: Nullable(Instant),
  canceledReason: CanceledReasonSchema,
  checkedInAt: Nullable(Instant),
  noShowAt: Nullable(Instant),
});
export type OverviewItem = Static<typeof OverviewItem>;

interface Paging {
  sort: OverviewSort;
  limit: number;
  cursor?: string | undefined;
}

/** All bookings of the studio that a filter lets through. */
export async function listOverview(db: Database, filter: OverviewFilter, { sort, limit, cursor }: Paging) {
  const [order, before] = sort.startsWith('-') ? (['desc', '<'] as const) : (['asc', '>'] as const);
  let query = filtered(db, filter).limit(limit + 1);
  if (sort.endsWith('startsAt')) {
    query = query.orderBy('b.startsAt', order);
    if (cursor) {
      const [startsAt, id] = decodeCursor(cursor, ['instant', 'id']);
      query = query.where(sql<boolean>`(b.starts_at, b.id) ${sql.raw(before)} (${startsAt}::timestamptz, ${id}::uuid)`);
    }
    return page(await query.orderBy('b.id', order).execute(), limit, overviewItem, (row) => [
      row.startsAt.toString(),
      row.id,
    ]);
  }
  // Ids begin with the time at which they were made, so their index is the order of booking.
  if (cursor) query = query.where('b.id', before, decodeCursor(cursor, ['id'])[0] ?? '');
  return page(await query.orderBy('b.id', order).execute(), limit, overviewItem, (row) => [row.id]);
}

type OverviewRow = Awaited<ReturnType<ReturnType<typeof overviewRows>['executeTakeFirstOrThrow']>>;

function filtered(db: Database, filter: OverviewFilter) {
  const { q, attendance, from, to } = filter;
  let query = overviewRows(db);
  for (const name of Object.keys(columnOf) as (keyof typeof columnOf)[]) {
    const value = filter[name];
    if (value !== undefined) query = query.where(columnOf[name], '=', value);
  }
  if (from) query = query.where('b.startsAt', '>=', Temporal.Instant.from(from));
  if (to) query = query.where('b.startsAt', '<', Temporal.Instant.from(to));
  if (attendance === 'checked_in') query = query.where('b.checkedInAt', 'is not', null);
  if (attendance === 'no_show') query = query.where('b.noShowAt', 'is not', null);
  if (attendance === 'unmarked') {
    query = query
      .where('b.state', '=', 'active')
      .where('b.startsAt', '<=', sql<Temporal.Instant>`now()`)
      .where('b.checkedInAt', 'is', null)
      .where('b.noShowAt', 'is', null);
  }
  if (q) query = query.where('b.userId', 'in', membersLike(db, q));
  return query;
}

const columnOf = {
  state: 'b.state',
  canceledReason: 'b.canceledReason',
  sessionId: 'b.sessionId',
  userId: 'b.userId',
  classId: 's.classTypeId',
  locationId: 's.locationId',
  instructorId: 's.instructorId',
} as const;

function membersLike(db: Database, q: string) {
  return db.selectFrom('users').select('id').where('deletedAt', 'is', null).where(peopleContaining(q));
}

function overviewRows(db: Database) {
  return db
    .selectFrom('bookings as b')
    .innerJoin('users as u', 'u.id', 'b.userId')
    .innerJoin('tickets as t', 't.id', 'b.ticketId')
    .innerJoin('sessions as s', 's.id', 'b.sessionId')
    .innerJoin('classTypes as c', 'c.id', 's.classTypeId')
    .innerJoin('locations as l', 'l.id', 's.locationId')
    .innerJoin('instructors as i', 'i.id', 's.instructorId')
    .select(['b.id', 'b.state', 'b.sessionId', 'b.startsAt', 'b.endsAt', 'b.bookedAt', 'b.promotedAt', 'b.canceledAt'])
    .select(['b.canceledReason', 'b.checkedInAt', 'b.noShowAt', 'u.id as userId', 'u.name as userName', 'u.email'])
    .select(['t.id as ticketId', 't.name as ticketName', 'c.id as classId', 'c.name as className'])
    .select(['l.id as locationId', 'l.name as locationName', 'l.timeZone'])
    .select(['i.id as instructorId', 'i.name as instructorName']);
}

function overviewItem(row: OverviewRow): OverviewItem {
  const at = (instant: Temporal.Instant | null) => instant?.toString() ?? null;
  return {
    id: row.id,
    state: row.state,
    user: { id: row.userId, name: row.userName, email: row.email },
    session: {
      id: row.sessionId,
      class: { id: row.classId, name: row.className },
      location: { id: row.locationId, name: row.locationName },
      instructor: { id: row.instructorId, name: row.instructorName },
      startsAt: row.startsAt.toString(),
      endsAt: row.endsAt.toString(),
      timeZone: row.timeZone,
    },
    ticket: { id: row.ticketId, name: row.ticketName },
    bookedAt: row.bookedAt.toString(),
    promotedAt: at(row.promotedAt),
    canceledAt: at(row.canceledAt),
    canceledReason: row.canceledReason,
    checkedInAt: at(row.checkedInAt),
    noShowAt: at(row.noShowAt),
  };
}
