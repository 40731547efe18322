import { type Static, Type } from 'typebox';
import type { Database } from '#platform/db/database.ts';
import type { CsvColumns } from '#platform/http/csv.ts';
import { Id, Instant, Nullable } from '#platform/http/schemas.ts';
import { Minutes } from './minutes.ts';
import { findSession, type SessionRow } from './session-read-model.ts';
import type { StudioPolicy } from './session-times.ts';
import { sessionFields, sessionView } from './session-view.ts';

/** Terms of one session that stand above those of its class and the studio. */
export const sessionOverrides = {
  bookingOpensDaysBefore: Nullable(Type.Integer({ minimum: 0, maximum: 365 })),
  bookingClosesMinutesBefore: Nullable(Minutes),
  cancellationCutoffMinutes: Nullable(Minutes),
};

/** A session as admins see it. */
export const AdminSession = Type.Object(
  {
    ...sessionFields,
    ...sessionOverrides,
    overCapacity: Type.Boolean(),
    movedAt: Nullable(Instant),
    seriesId: Nullable(Id),
    seriesOccurrence: Nullable(
      Type.String({ format: 'date', description: 'The day of the series that it was made for' }),
    ),
    canceledAt: Nullable(Instant),
    canceledReason: Nullable(Type.String()),
    version: Type.Integer({ description: 'Raised by every change of the session, not by bookings' }),
    createdAt: Instant,
    updatedAt: Instant,
  },
  { $id: 'AdminSession' },
);
export type AdminSession = Static<typeof AdminSession>;

type SessionHead = Pick<
  AdminSession,
  | 'id'
  | 'class'
  | 'startsAt'
  | 'endsAt'
  | 'timeZone'
  | 'location'
  | 'instructor'
  | 'capacity'
  | 'activeCount'
  | 'waitingCount'
>;

/** What every file of sessions says of them first. */
export const sessionHeadColumns: CsvColumns<SessionHead> = {
  id: ({ id }) => id,
  class_id: (session) => session.class.id,
  class: (session) => session.class.name,
  starts_at: ({ startsAt }) => startsAt,
  ends_at: ({ endsAt }) => endsAt,
  time_zone: ({ timeZone }) => timeZone,
  location_id: ({ location }) => location.id,
  location: ({ location }) => location.name,
  instructor_id: ({ instructor }) => instructor.id,
  instructor: ({ instructor }) => instructor.name,
  capacity: ({ capacity }) => capacity,
  active_count: ({ activeCount }) => activeCount,
  waiting_count: ({ waitingCount }) => waitingCount,
};

export const sessionColumns: CsvColumns<AdminSession> = {
  ...sessionHeadColumns,
  state: ({ state }) => state,
  canceled_at: ({ canceledAt }) => canceledAt,
  canceled_reason: ({ canceledReason }) => canceledReason,
  series_id: ({ seriesId }) => seriesId,
  booking_opens_at: ({ bookingOpensAt }) => bookingOpensAt,
  booking_closes_at: ({ bookingClosesAt }) => bookingClosesAt,
  waitlist_closes_at: ({ waitlistClosesAt }) => waitlistClosesAt,
  cancel_free_until: ({ cancelFreeUntil }) => cancelFreeUntil,
  is_active: ({ isActive }) => isActive,
  created_at: ({ createdAt }) => createdAt,
};

/** The response of every route that answers with a session as admins see it. */
export const SessionViewSchema = Type.Unsafe<AdminSession>(Type.Ref('AdminSession'));

export function adminSessionView(row: SessionRow, policy: StudioPolicy): AdminSession {
  const at = (instant: Temporal.Instant) => instant.toString({ timeZone: row.timeZone });
  return {
    ...sessionView(row, policy),
    bookingOpensDaysBefore: row.bookingOpensDaysBefore,
    bookingClosesMinutesBefore: row.bookingClosesMinutesBefore,
    cancellationCutoffMinutes: row.cancellationCutoffMinutes,
    overCapacity: row.overCapacity,
    movedAt: row.movedAt && at(row.movedAt),
    seriesId: row.seriesId,
    seriesOccurrence: row.seriesOccurrence?.toString() ?? null,
    canceledAt: row.canceledAt && at(row.canceledAt),
    canceledReason: row.canceledReason,
    version: row.revision,
    createdAt: at(row.createdAt),
    updatedAt: at(row.updatedAt),
  };
}

/** One session as admins see it, also a canceled or deleted one; undefined when there is none. */
export function findSessionView(db: Database, id: string): Promise<AdminSession | undefined> {
  return findSession(db, id, adminSessionView);
}
