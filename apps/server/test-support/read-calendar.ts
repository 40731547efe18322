import ICAL from 'ical.js';

/** An event as another program reads it. */
export interface ReadEvent {
  uid: string;
  sequence: number;
  status: string;
  summary: string;
  description: string;
  location: string;
  url: string;
  /** Wall time at the place, and the zone it is in. */
  wall: string;
  timeZone: string | undefined;
  /** The same as an instant, by the zone's rules in the text. */
  startsAt: Temporal.Instant;
  /** What changed when, by the text. */
  lastModified: string;
}

/** What a calendar program makes of iCalendar; zones are taken from the text alone. */
export function readCalendar(text: string): { calendar: ICAL.Component; events: ReadEvent[] } {
  const calendar = new ICAL.Component(ICAL.parse(text));
  return { calendar, events: calendar.getAllSubcomponents('vevent').map(readEvent) };
}

function readEvent(component: ICAL.Component): ReadEvent {
  const text = (name: string) => String(component.getFirstPropertyValue(name));
  const start = component.getFirstPropertyValue('dtstart') as ICAL.Time;
  return {
    uid: text('uid'),
    sequence: Number(text('sequence')),
    status: text('status'),
    summary: text('summary'),
    description: text('description'),
    location: text('location'),
    url: text('url'),
    wall: start.toString(),
    timeZone: component.getFirstProperty('dtstart')?.getFirstParameter('tzid'),
    startsAt: Temporal.Instant.fromEpochMilliseconds(start.toUnixTime() * 1_000),
    lastModified: text('last-modified'),
  };
}
