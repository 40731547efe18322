import type { bookingEventsJob } from '#modules/booking/index.ts';
import { inTransaction } from '#platform/db/transaction.ts';
import type { PayloadOf } from '#platform/jobs/define-job.ts';
import { type BookingFacts, findBookingFacts } from './booking-facts.ts';
import { heardTypes, type NewEvent, recordEvents } from './record-events.ts';
import type { WebhookDeps } from './webhook-deps.ts';

type ToldEvent = PayloadOf<typeof bookingEventsJob>['events'][number];
type BookingState = BookingFacts['state'];

/** What happened to bookings, by what members are told about it. Nudges ("a seat opened") are for members only. */
const ofBooking: Record<string, { type: `booking.${string}` & NewEvent['type']; state: BookingState }> = {
  booking_confirmed: { type: 'booking.confirmed', state: 'active' },
  booking_waiting: { type: 'booking.waiting', state: 'waiting' },
  booking_promoted: { type: 'booking.promoted', state: 'active' },
  booking_canceled: { type: 'booking.canceled', state: 'canceled' },
  booking_canceled_late: { type: 'booking.canceled', state: 'canceled' },
  removed_from_waiting_list: { type: 'booking.canceled', state: 'canceled' },
  waiting_list_closed: { type: 'booking.canceled', state: 'canceled' },
  ticket_withdrawn: { type: 'booking.canceled', state: 'canceled' },
  session_canceled: { type: 'booking.canceled', state: 'canceled' },
};

/** Each member of a session is told that it changed; integrators hear it once. */
const ofSession: Record<string, `session.${string}` & NewEvent['type']> = {
  session_canceled: 'session.canceled',
  session_moved: 'session.moved',
  instructor_changed: 'session.instructor_changed',
};

/** Records what integrators are to be told about a batch of bookings. Safe to run again. */
export async function recordBookingEvents(
  { db, jobs }: WebhookDeps,
  { events }: PayloadOf<typeof bookingEventsJob>,
): Promise<void> {
  const heard = await heardTypes(db);
  const wanted = events.filter(({ kind, bookingId }) => bookingId && typesOf(kind).some((type) => heard.has(type)));
  if (wanted.length === 0) return;
  const facts = await findBookingFacts(db, [...new Set(wanted.flatMap(({ bookingId }) => bookingId ?? []))]);
  const news = wanted.flatMap((event) => {
    const booking = facts.get(event.bookingId ?? '');
    return booking ? toEvents(event, booking) : [];
  });
  await inTransaction(db, (tx) => recordEvents(tx, jobs, news));
}

function typesOf(kind: string): string[] {
  return [ofBooking[kind]?.type, ofSession[kind]].filter((type) => type !== undefined);
}

function toEvents({ kind, revision }: ToldEvent, facts: BookingFacts): NewEvent[] {
  const booking = ofBooking[kind];
  const session = ofSession[kind];
  return [
    ...(booking ? [bookingEvent(booking.type, booking.state, facts)] : []),
    ...(session ? [sessionEvent(session, revision ?? facts.revision, facts)] : []),
  ];
}

/** The state is the one that the event is about; by now it may be another. */
function bookingEvent(type: `booking.${string}` & NewEvent['type'], state: BookingState, facts: BookingFacts) {
  const { bookingId, memberId, sessionId, classId, ticketId, startsAt, endsAt } = facts;
  const canceledReason = state === 'canceled' ? facts.canceledReason : null;
  const times = { startsAt: startsAt.toString(), endsAt: endsAt.toString() };
  return {
    type,
    cause: `${type}:${bookingId}`,
    occurredAt: timeOf(type, facts),
    data: { bookingId, memberId, sessionId, classId, ticketId, state, canceledReason, ...times },
  };
}

function timeOf(type: NewEvent['type'], facts: BookingFacts): Temporal.Instant {
  const times: Partial<Record<NewEvent['type'], Temporal.Instant | null>> = {
    'booking.confirmed': facts.bookedAt,
    'booking.waiting': facts.bookedAt,
    'booking.promoted': facts.promotedAt,
    'booking.canceled': facts.canceledAt,
    'session.canceled': facts.sessionCanceledAt,
  };
  return times[type] ?? facts.sessionChangedAt;
}

function sessionEvent(type: `session.${string}` & NewEvent['type'], revision: number, facts: BookingFacts) {
  const { sessionId, classId, locationId, instructorId, timeZone, startsAt, endsAt } = facts;
  const state = facts.sessionState;
  return {
    type,
    cause: type === 'session.canceled' ? `${type}:${sessionId}` : `${type}:${sessionId}:${revision}`,
    occurredAt: timeOf(type, facts),
    data: {
      sessionId,
      classId,
      locationId,
      instructorId,
      state,
      startsAt: startsAt.toString(),
      endsAt: endsAt.toString(),
      timeZone,
      revision,
    },
  };
}
