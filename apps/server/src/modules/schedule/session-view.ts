import { type Static, Type } from 'typebox';
import { Id, Instant, OneOf } from '#platform/http/schemas.ts';
import type { SessionDetailRow, SessionRow } from './session-read-model.ts';
import { calculateSessionTimes, type StudioPolicy } from './session-times.ts';

const Named = Type.Object({ id: Id, name: Type.String() });
const Count = Type.Integer({ minimum: 0 });

export const sessionFields = {
  id: Id,
  class: Named,
  instructor: Named,
  location: Named,
  startsAt: Instant,
  endsAt: Instant,
  timeZone: Type.String({ description: 'IANA time zone of the location; all instants here carry its offset' }),
  capacity: Type.Integer({ minimum: 1 }),
  activeCount: Count,
  waitingCount: Count,
  state: OneOf(['scheduled', 'canceled']),
  bookingOpensAt: Instant,
  bookingClosesAt: Instant,
  waitlistClosesAt: Instant,
  cancelFreeUntil: Instant,
  isActive: Type.Boolean({ description: 'False when deleted' }),
};

/** One session of the schedule. */
export const Session = Type.Object(sessionFields, { $id: 'Session' });
export type Session = Static<typeof Session>;

export const SessionDetail = Type.Object(
  {
    ...sessionFields,
    class: Type.Object({ ...Named.properties, description: Type.String() }),
    location: Type.Object({ ...Named.properties, address: Type.String() }),
  },
  { $id: 'SessionDetail' },
);
export type SessionDetail = Static<typeof SessionDetail>;

export function sessionView(row: SessionRow, policy: StudioPolicy): Session {
  const at = (instant: Temporal.Instant) => instant.toString({ timeZone: row.timeZone });
  const times = calculateSessionTimes(row, row.classCutoffMinutes, row.timeZone, policy);
  return {
    id: row.id,
    class: { id: row.classTypeId, name: row.className },
    instructor: { id: row.instructorId, name: row.instructorName },
    location: { id: row.locationId, name: row.locationName },
    startsAt: at(row.startsAt),
    endsAt: at(row.endsAt),
    timeZone: row.timeZone,
    capacity: row.capacity,
    activeCount: row.activeCount,
    waitingCount: row.waitingCount,
    state: row.state,
    bookingOpensAt: at(times.opensAt),
    bookingClosesAt: at(times.closesAt),
    waitlistClosesAt: at(times.waitlistClosesAt),
    cancelFreeUntil: at(times.cutoffAt),
    isActive: row.deletedAt === null,
  };
}

export function sessionDetailView(row: SessionDetailRow, policy: StudioPolicy): SessionDetail {
  const view = sessionView(row, policy);
  return {
    ...view,
    class: { ...view.class, description: row.classDescription },
    location: { ...view.location, address: row.locationAddress },
  };
}
