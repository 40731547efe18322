import type { AdminSession } from '#lib/api/types.ts';
import { instantToWallTime, wallTimeToInstant } from '#lib/format/wall-time.ts';
import { addDays } from './week.ts';

/** Terms of one session that stand above those of its class and the studio; empty leaves it to them. */
export const OWN_TERMS = ['bookingOpensDaysBefore', 'bookingClosesMinutesBefore', 'cancellationCutoffMinutes'] as const;
type OwnTerm = (typeof OWN_TERMS)[number];

/** What the form of a session holds: the wall time of its location, as texts. */
export interface SessionValues extends Record<OwnTerm, string> {
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

/** A session as the form shows it. */
export function sessionValues(session: AdminSession): SessionValues {
  const { date, time } = instantToWallTime(session.startsAt, session.timeZone);
  const text = (term: OwnTerm) => session[term]?.toString() ?? '';
  return {
    classId: session.class.id,
    locationId: session.location.id,
    instructorId: session.instructor.id,
    date,
    startTime: time,
    endTime: instantToWallTime(session.endsAt, session.timeZone).time,
    capacity: String(session.capacity),
    bookingOpensDaysBefore: text('bookingOpensDaysBefore'),
    bookingClosesMinutesBefore: text('bookingClosesMinutesBefore'),
    cancellationCutoffMinutes: text('cancellationCutoffMinutes'),
  };
}

/** A new session for the API. An end at or before the start is on the next day. */
export function newSession(values: SessionValues, timeZone: string) {
  const { date, startTime, endTime, capacity, classId, locationId, instructorId } = values;
  const endDate = endTime > startTime ? date : addDays(date, 1);
  const own = (term: OwnTerm) => (values[term] === '' ? null : Number(values[term]));
  return {
    classId,
    locationId,
    instructorId,
    startsAt: wallTimeToInstant(date, startTime, timeZone),
    endsAt: wallTimeToInstant(endDate, endTime, timeZone),
    capacity: Number(capacity),
    bookingOpensDaysBefore: own('bookingOpensDaysBefore'),
    bookingClosesMinutesBefore: own('bookingClosesMinutesBefore'),
    cancellationCutoffMinutes: own('cancellationCutoffMinutes'),
  };
}

/** What the API has to change to get from a session to the values of the form; empty when nothing. */
export function sessionPatch(session: AdminSession, values: SessionValues, timeZone: string) {
  const { startsAt, endsAt, instructorId, locationId, capacity, classId, ...own } = newSession(values, timeZone);
  const isSame = (one: string, other: string) => Date.parse(one) === Date.parse(other);
  const terms = OWN_TERMS.filter((term) => own[term] !== session[term]);
  return {
    ...(capacity !== session.capacity && { capacity }),
    ...(instructorId !== session.instructor.id && { instructorId }),
    ...(locationId !== session.location.id && { locationId }),
    ...(!isSame(startsAt, session.startsAt) && { startsAt }),
    ...(!isSame(endsAt, session.endsAt) && { endsAt }),
    ...(Object.fromEntries(terms.map((term) => [term, own[term]])) as Partial<Record<OwnTerm, number | null>>),
  };
}

export type SessionPatch = ReturnType<typeof sessionPatch>;

/** The fields in which two states of a session differ, as the form shows them. */
export function changedFields(before: AdminSession, after: AdminSession): (keyof SessionValues)[] {
  const [was, is] = [sessionValues(before), sessionValues(after)];
  return (Object.keys(is) as (keyof SessionValues)[]).filter((name) => was[name] !== is[name]);
}
