import { buildCalendar, eventUid, sessionContent } from '#modules/calendar/index.ts';
import type { Mail } from '#platform/mail/mailer.ts';
import type { MessageFacts } from './message-facts.ts';
import type { MessageKind } from './message-kinds.ts';

/** Which kinds put a booking into the member's calendar, or take it out. */
const methods: Partial<Record<MessageKind, 'REQUEST' | 'CANCEL'>> = {
  booking_confirmed: 'REQUEST',
  booking_promoted: 'REQUEST',
  session_moved: 'REQUEST',
  instructor_changed: 'REQUEST',
  booking_canceled: 'CANCEL',
  booking_canceled_late: 'CANCEL',
  session_canceled: 'CANCEL',
  ticket_withdrawn: 'CANCEL',
};

export interface CalendarPartInput {
  facts: MessageFacts;
  /** How often what members have in their calendars changed. */
  sequence: number;
  organizer: { name: string; email: string };
  attendee: { name: string; email: string };
  webUrl: string;
  now: Temporal.Instant;
}

/** The calendar entry that comes with a message about a booking, or null when the kind has none or nothing is booked. */
export function calendarPart(kind: MessageKind, input: CalendarPartInput): NonNullable<Mail['calendar']> | null {
  const { facts, sequence, organizer, attendee, webUrl, now } = input;
  const { session, booking } = facts;
  const method = methods[kind];
  if (!method || !session || !booking || (method === 'REQUEST' && booking.state !== 'active')) return null;
  const content = buildCalendar({
    name: organizer.name,
    method,
    events: [
      {
        ...sessionContent({ ...session, sessionId: session.id }, { webUrl }),
        uid: eventUid('booking', booking.id, { webUrl }),
        sequence,
        status: method === 'CANCEL' ? 'canceled' : 'confirmed',
        lastModified: now,
        organizer,
        attendee,
      },
    ],
  });
  return { method, content };
}
