import type { AdminSession } from '#lib/api/types.ts';
import { instantToWallTime, wallTimeToInstant } from '#lib/format/wall-time.ts';

/** What the form of a session holds: the wall time of its location, as texts. */
export interface SessionValues {
  classId: string;
  locationId: string;
  instructorId: string;
  date: string;
  startTime: string;
  endTime: string;
  capacity: string;
}

/** Fields of the form for fields of the API that have other names there. */
export const FIELD_NAMES = { startsAt: 'startTime', endsAt: 'endTime' };

const DAY_MS = 864e5;

/** A session as the form shows it. */
export function sessionValues(session: AdminSession): SessionValues {
  const { date, time } = instantToWallTime(session.startsAt, session.timeZone);
  return {
    classId: session.class.id,
    locationId: session.location.id,
    instructorId: session.instructor.id,
    date,
    startTime: time,
    endTime: instantToWallTime(session.endsAt, session.timeZone).time,
    capacity: String(session.capacity),
  };
}

/** A new session for the API. An end at or before the start is on the next day. */
export function newSession({ date, startTime, endTime, capacity, ...ids }: SessionValues, timeZone: string) {
  const endDate = endTime > startTime ? date : new Date(Date.parse(date) + DAY_MS).toISOString().slice(0, 10);
  return {
    ...ids,
    startsAt: wallTimeToInstant(date, startTime, timeZone),
    endsAt: wallTimeToInstant(endDate, endTime, timeZone),
    capacity: Number(capacity),
  };
}

/** What the API has to change to get from a session to the values of the form; empty when nothing. */
export function sessionPatch(session: AdminSession, values: SessionValues, timeZone: string) {
  const { startsAt, endsAt, instructorId, locationId, capacity } = newSession(values, timeZone);
  const isSame = (one: string, other: string) => Date.parse(one) === Date.parse(other);
  return {
    ...(capacity !== session.capacity && { capacity }),
    ...(instructorId !== session.instructor.id && { instructorId }),
    ...(locationId !== session.location.id && { locationId }),
    ...(!isSame(startsAt, session.startsAt) && { startsAt }),
    ...(!isSame(endsAt, session.endsAt) && { endsAt }),
  };
}

export type SessionPatch = ReturnType<typeof sessionPatch>;
