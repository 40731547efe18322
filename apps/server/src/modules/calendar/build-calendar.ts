import {
  escape as escapeText,
  ICalAttendeeStatus,
  ICalCalendar,
  ICalCalendarMethod,
  type ICalEventData,
  ICalEventStatus,
  ICalEventTransparency,
} from 'ical-generator';
import { buildTimeZone } from './build-time-zone.ts';

/** Something at a time, as a calendar shows it. */
export interface CalendarEvent {
  /** Names the event for ever: by it a client knows that two versions are one event. */
  uid: string;
  /** Higher in every version that differs in what matters. */
  sequence: number;
  status: 'confirmed' | 'tentative' | 'canceled';
  startsAt: Temporal.Instant;
  endsAt: Temporal.Instant;
  /** IANA zone of the place; the event is written in its wall time. */
  timeZone: string;
  summary: string;
  description?: string;
  location?: string;
  url?: string;
  /** When this version came to be. The time of writing appears nowhere, so equal events give equal text. */
  lastModified: Temporal.Instant;
  /** False: whoever has the event is free meanwhile. True when absent, and never for a canceled event. */
  isBusy?: boolean;
  organizer?: CalendarPerson;
  /** Left out of `PUBLISH`, which knows none (RFC 5546, 3.2.1). */
  attendee?: CalendarPerson;
}

export interface CalendarPerson {
  name: string;
  email: string;
}

export interface Calendar {
  name: string;
  /** `PUBLISH` for feeds; `REQUEST` and `CANCEL` for mails, whose events have an organizer and an attendee. */
  method: 'PUBLISH' | 'REQUEST' | 'CANCEL';
  events: readonly CalendarEvent[];
  /** How often a subscriber should look again. */
  refreshMinutes?: number;
}

const STATUS = {
  confirmed: { event: ICalEventStatus.CONFIRMED, attendee: ICalAttendeeStatus.ACCEPTED },
  tentative: { event: ICalEventStatus.TENTATIVE, attendee: ICalAttendeeStatus.TENTATIVE },
  canceled: { event: ICalEventStatus.CANCELLED, attendee: ICalAttendeeStatus.DECLINED },
} as const;

/** Writes iCalendar (RFC 5545): lines end in CRLF and are folded, every zone that is named is described. */
export function buildCalendar({ name, method, events, refreshMinutes }: Calendar): string {
  const calendar = new ICalCalendar({
    prodId: { company: 'Openmat', product: 'Openmat', language: 'EN' },
    // The library writes this one as it is; a line break in it would begin a property.
    name: escapeText(printable(name), false),
    method: ICalCalendarMethod[method],
    timezone: { name: null, generator: (timeZone) => describeZone(timeZone, events) },
    ...(refreshMinutes && { ttl: refreshMinutes * 60 }),
    events: events.map((event) => eventData(event, method)),
  });
  return `${calendar.toString()}\r\n`;
}

function eventData(event: CalendarEvent, method: Calendar['method']): ICalEventData {
  const { uid, sequence, status, startsAt, endsAt, lastModified, organizer, attendee, url } = event;
  const { isBusy = true } = event;
  const free = !isBusy || status === 'canceled';
  return {
    id: uid,
    sequence,
    stamp: lastModified,
    lastModified,
    start: startsAt,
    end: endsAt,
    timezone: isPlain(startsAt, event.timeZone) && isPlain(endsAt, event.timeZone) ? event.timeZone : 'UTC',
    summary: printable(event.summary),
    description: event.description ? printable(event.description) : null,
    location: event.location ? { title: printable(event.location) } : null,
    url: url ?? null,
    status: STATUS[status].event,
    transparency: free ? ICalEventTransparency.TRANSPARENT : ICalEventTransparency.OPAQUE,
    organizer: organizer ? { name: printable(organizer.name), email: organizer.email } : null,
    attendees: attendee && method !== 'PUBLISH' ? [attendeeData(attendee, status)] : [],
  };
}

/** Already answered: the member booked, so no client has to ask whether they come. */
function attendeeData({ name, email }: CalendarPerson, status: CalendarEvent['status']) {
  return { name: printable(name), email, status: STATUS[status].attendee, rsvp: false };
}

/** Within the repeated hour of autumn a wall time means either of two instants, and clients do not agree on which. */
function isPlain(at: Temporal.Instant, timeZone: string): boolean {
  const wall = at.toZonedDateTimeISO(timeZone).toPlainDateTime();
  const read = (disambiguation: 'earlier' | 'later') => wall.toZonedDateTime(timeZone, { disambiguation }).toInstant();
  return read('earlier').equals(read('later'));
}

function describeZone(timeZone: string, events: readonly CalendarEvent[]): string | null {
  const there = events.filter((event) => event.timeZone === timeZone);
  const times = there.flatMap(({ startsAt, endsAt }) => [startsAt, endsAt]).sort(Temporal.Instant.compare);
  const [first, last] = [times.at(0), times.at(-1)];
  return first && last ? buildTimeZone(timeZone, first, last) : null;
}

/** Without the control characters that RFC 5545 forbids; line breaks and tabs are fine. */
function printable(text: string): string {
  return text.replace(/[^\P{Cc}\t\r\n]/gu, '');
}
