import { type SelectQueryBuilder, sql } from 'kysely';
import type { Database } from '#platform/db/database.ts';
import type { Bookings, DB, Sessions } from '#platform/db/db-types.generated.ts';
import type { OverviewFilter, OverviewSort } from './booking-overview.ts';
import { bookingsOfSession } from './bookings-of-session.ts';

/** Bookings `b` with their sessions `s`, before anything is left out. */
export interface OverviewRows {
  rows: SelectQueryBuilder<DB & { b: Bookings; s: Sessions }, 'b' | 's', object>;
  /** Where the start of the session is read. Both columns hold the same, but only one is in the order of an index. */
  start: 'b.startsAt' | 's.startsAt';
}

const MONTH_DAYS = 35;
const DAY_MS = 86_400_000;

/**
 * The way on which the first rows of a filter are found soonest. The planner knows no better than to walk back through all
 * bookings until enough have been met, which takes a second when they are old or few (bench `analytics`, a million bookings).
 */
export function overviewRows(db: Database, filter: OverviewFilter, sort: OverviewSort): OverviewRows {
  if (filter.sessionId || comesToAMonth(filter)) return bySession(db);
  if (filter.userId) return ofMember(db, filter.userId);
  return sort.endsWith('startsAt') && !isRare(filter) ? bySession(db) : byBooking(db);
}

function comesToAMonth({ from, to, userId }: OverviewFilter): boolean {
  if (!from || !to || userId) return false;
  const { epochMilliseconds } = Temporal.Instant.from(from);
  return Temporal.Instant.from(to).epochMilliseconds - epochMilliseconds <= MONTH_DAYS * DAY_MS;
}

/** Whether one may have to look at very many sessions to find a booking like that. */
function isRare({ q, state, attendance, canceledReason }: OverviewFilter): boolean {
  return Boolean(q || state === 'waiting' || attendance || canceledReason);
}

function byBooking(db: Database): OverviewRows {
  return {
    rows: db.selectFrom('bookings as b').innerJoin('sessions as s', 's.id', 'b.sessionId'),
    start: 'b.startsAt',
  };
}

function bySession(db: Database): OverviewRows {
  const bookings = bookingsOfSession('s').as('b');
  return {
    rows: db.selectFrom('sessions as s').innerJoinLateral(bookings, (join) => join.onTrue()),
    start: 's.startsAt',
  };
}

/** `offset 0` keeps the planner from looking for them in the order of all bookings. */
function ofMember(db: Database, userId: string): OverviewRows {
  const bookings = sql<Bookings>`(select * from bookings where user_id = ${userId} offset 0)`;
  return {
    rows: db.selectFrom(bookings.as('b')).innerJoin('sessions as s', 's.id', 'b.sessionId'),
    start: 'b.startsAt',
  };
}
