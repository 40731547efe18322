import { type AliasedExpression, sql } from 'kysely';
import { type Static, Type } from 'typebox';
import { idsOfPeopleContaining } from '#modules/identity/index.ts';
import type { Database } from '#platform/db/database.ts';
import { decodeCursor, page } from '#platform/http/cursor.ts';
import { Id, Instant, Nullable, OneOf } from '#platform/http/schemas.ts';
import { BookingStateSchema, CanceledReasonSchema } from './booking-schemas.ts';
import { type OverviewRows, overviewRows } from './overview-rows.ts';

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
  const direction = sort.startsWith('-') ? 'desc' : 'asc';
  const before = sql.raw(direction === 'desc' ? '<' : '>');
  const { rows, start } = overviewRows(db, filter, sort);
  const keys = filtered(db, rows, start, filter)
    .select(['b.id', `${start} as startsAt`])
    .limit(limit + 1);
  if (sort.endsWith('startsAt')) {
    const [startsAt, id] = cursor ? decodeCursor(cursor, ['instant', 'id']) : [];
    const after = sql<boolean>`(${sql.ref(start)}, b.id) ${before} (${startsAt}::timestamptz, ${id}::uuid)`;
    const chosen = (cursor ? keys.where(after) : keys).orderBy(start, direction).orderBy('b.id', direction);
    const named = withNames(db, chosen.as('k')).orderBy('k.startsAt', direction).orderBy('k.id', direction);
    return page(await named.execute(), limit, overviewItem, (row) => [row.startsAt.toString(), row.id]);
  }
  // Ids begin with the time at which they were made, so their index is the order of booking.
  const [id] = cursor ? decodeCursor(cursor, ['id']) : [];
  const chosen = (id ? keys.where(sql<boolean>`b.id ${before} ${id}::uuid`) : keys).orderBy('b.id', direction);
  return page(await withNames(db, chosen.as('k')).orderBy('k.id', direction).execute(), limit, overviewItem, (row) => [
    row.id,
  ]);
}

function filtered(db: Database, rows: OverviewRows['rows'], start: OverviewRows['start'], filter: OverviewFilter) {
  const { q, attendance, from, to } = filter;
  let query = rows;
  for (const name of Object.keys(columnOf) as (keyof typeof columnOf)[]) {
    const value = filter[name];
    if (value !== undefined) query = query.where(columnOf[name], '=', value);
  }
  // Nothing else has a reason, and the index of reasons has no other rows.
  if (filter.canceledReason) query = query.where('b.state', '=', 'canceled');
  if (from) query = query.where(start, '>=', Temporal.Instant.from(from));
  if (to) query = query.where(start, '<', Temporal.Instant.from(to));
  if (attendance === 'checked_in') query = query.where('b.checkedInAt', 'is not', null);
  if (attendance === 'no_show') query = query.where('b.noShowAt', 'is not', null);
  if (attendance === 'unmarked') {
    query = query
      .where('b.state', '=', 'active')
      .where(start, '<=', sql<Temporal.Instant>`now()`)
      .where('b.checkedInAt', 'is', null)
      .where('b.noShowAt', 'is', null);
  }
  if (q) query = query.where('b.userId', 'in', idsOfPeopleContaining(db, q));
  return query;
}

const columnOf = {
  state: 'b.state',
  canceledReason: 'b.canceledReason',
  sessionId: 's.id',
  userId: 'b.userId',
  classId: 's.classTypeId',
  locationId: 's.locationId',
  instructorId: 's.instructorId',
} as const;

/** Names are looked up for the rows that were chosen, and for no others. */
function withNames(db: Database, chosen: AliasedExpression<{ id: string; startsAt: Temporal.Instant }, 'k'>) {
  return db
    .selectFrom(chosen)
    .innerJoin('bookings as b', 'b.id', 'k.id')
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

type OverviewRow = Awaited<ReturnType<ReturnType<typeof withNames>['executeTakeFirstOrThrow']>>;

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
