import ICAL from 'ical.js';
import { describe, expect, test } from 'vitest';
import { buildCalendar, type Calendar, type CalendarEvent } from './build-calendar.ts';

const at = (text: string) => Temporal.Instant.from(text);

function event(overrides: Partial<CalendarEvent> = {}): CalendarEvent {
  const startsAt = overrides.startsAt ?? at('2026-06-01T16:00Z');
  return {
    uid: 'session-1@studio.example',
    sequence: 0,
    status: 'confirmed',
    startsAt,
    endsAt: startsAt.add({ minutes: 75 }),
    timeZone: 'Europe/Ljubljana',
    summary: 'Vinyasa Flow',
    lastModified: at('2026-05-01T08:30Z'),
    ...overrides,
  };
}

const build = (overrides: Partial<Calendar> = {}) =>
  buildCalendar({ name: 'Openmat Studio', method: 'PUBLISH', events: [event()], ...overrides });

/** What another program makes of the text; zones are taken from the text alone. */
function read(text: string) {
  const calendar = new ICAL.Component(ICAL.parse(text));
  const events = calendar.getAllSubcomponents('vevent');
  return { calendar, events, property: (name: string, index = 0) => events[index]?.getFirstPropertyValue(name) };
}

/** Wall time and instant, by the VTIMEZONE of the text. */
function timesOf(component: ICAL.Component, name: 'dtstart' | 'dtend') {
  const time = component.getFirstPropertyValue(name) as ICAL.Time;
  return [time.toString(), Temporal.Instant.fromEpochMilliseconds(time.toUnixTime() * 1_000).toString()];
}

test('an event says all there is to know', () => {
  const { calendar, events, property } = read(
    build({
      refreshMinutes: 60,
      events: [
        event({
          sequence: 3,
          description: 'With Mira',
          location: 'Riverside',
          url: 'https://studio.example/sessions/1',
          organizer: { name: 'Openmat Studio', email: 'studio@example.org' },
        }),
      ],
    }),
  );
  expect(calendar.getFirstPropertyValue('version')).toBe('2.0');
  expect(calendar.getFirstPropertyValue('prodid')).toBe('-//Openmat//Openmat//EN');
  expect(calendar.getFirstPropertyValue('name')).toBe('Openmat Studio');
  expect(calendar.getFirstPropertyValue('x-wr-calname')).toBe('Openmat Studio');
  expect(String(calendar.getFirstPropertyValue('refresh-interval'))).toBe('PT1H');
  expect(events).toHaveLength(1);
  expect(property('uid')).toBe('session-1@studio.example');
  expect(property('sequence')).toBe(3);
  expect(property('summary')).toBe('Vinyasa Flow');
  expect(property('description')).toBe('With Mira');
  expect(property('location')).toBe('Riverside');
  expect(property('url')).toBe('https://studio.example/sessions/1');
  expect(property('organizer')).toBe('mailto:studio@example.org');
  expect(String(property('dtstamp'))).toBe('2026-05-01T08:30:00Z');
  expect(String(property('last-modified'))).toBe('2026-05-01T08:30:00Z');
});

test('each event appears once, in the order given', () => {
  const uids = ['c', 'a', 'b'];
  const { events } = read(build({ events: uids.map((uid) => event({ uid })) }));
  expect(events.map((component) => component.getFirstPropertyValue('uid'))).toEqual(uids);
});

test('the same events give the same text', () => {
  expect(build()).toBe(build());
});

test('a calendar without events is one all the same', () => {
  expect(read(build({ events: [] })).events).toEqual([]);
});

test.each([
  ['confirmed', 'CONFIRMED', 'OPAQUE'],
  ['tentative', 'TENTATIVE', 'OPAQUE'],
  ['canceled', 'CANCELLED', 'TRANSPARENT'],
] as const)('%s is %s and %s', (status, expected, transparency) => {
  const { property } = read(build({ events: [event({ status })] }));
  expect([property('status'), property('transp')]).toEqual([expected, transparency]);
});

test('an event that keeps nobody busy', () => {
  expect(read(build({ events: [event({ isBusy: false })] })).property('transp')).toBe('TRANSPARENT');
});

test.each(['PUBLISH', 'REQUEST', 'CANCEL'] as const)('the method is %s', (method) => {
  expect(read(build({ method })).calendar.getFirstPropertyValue('method')).toBe(method);
});

describe('the attendee', () => {
  const invited = event({ attendee: { name: 'Anna "Ana" Novak', email: 'anna@example.org' } });

  test.each([
    ['REQUEST', 'confirmed', 'ACCEPTED'],
    ['REQUEST', 'tentative', 'TENTATIVE'],
    ['CANCEL', 'canceled', 'DECLINED'],
  ] as const)('of a %s that is %s has %s', (method, status, answer) => {
    const { events } = read(build({ method, events: [{ ...invited, status }] }));
    const attendee = events[0]?.getFirstProperty('attendee');
    expect(String(attendee?.getFirstValue()).toLowerCase()).toBe('mailto:anna@example.org');
    expect(attendee?.getParameter('partstat')).toBe(answer);
    expect(attendee?.getParameter('rsvp')).toBe('FALSE');
    expect(attendee?.getParameter('cn')).toBe('Anna "Ana" Novak');
  });

  test('is in no published calendar', () => {
    expect(build({ events: [invited] })).not.toContain('ATTENDEE');
  });
});

describe('across the change of summer time', () => {
  const evenings = (timeZone: string, dates: string[]) =>
    dates.map((date) => {
      const startsAt = Temporal.PlainDateTime.from(`${date}T18:00`).toZonedDateTime(timeZone).toInstant();
      return event({ uid: date, timeZone, startsAt });
    });

  test.each([
    ['Europe/Ljubljana', ['2026-03-28', '2026-03-29', '2026-10-24', '2026-10-25', '2027-03-28']],
    ['America/New_York', ['2026-03-07', '2026-03-08', '2026-10-31', '2026-11-01', '2027-03-14']],
  ])('%s: six in the evening stays six in the evening', (timeZone, dates) => {
    const given = evenings(timeZone, dates);
    const { events } = read(build({ events: given }));
    expect(events.map((component) => timesOf(component, 'dtstart'))).toEqual(
      given.map(({ uid, startsAt }) => [`${uid}T18:00:00`, startsAt.toString()]),
    );
    expect(events.map((component) => timesOf(component, 'dtend'))).toEqual(
      given.map(({ uid, endsAt }) => [`${uid}T19:15:00`, endsAt.toString()]),
    );
    expect(events.map((component) => component.getFirstProperty('dtstart')?.getParameter('tzid'))).toEqual(
      dates.map(() => timeZone),
    );
  });

  test('both zones in one calendar', () => {
    const given = [...evenings('Europe/Ljubljana', ['2026-10-27']), ...evenings('America/New_York', ['2026-10-27'])];
    const { calendar, events } = read(build({ events: given }));
    const zones = calendar.getAllSubcomponents('vtimezone').map((zone) => zone.getFirstPropertyValue('tzid'));
    expect(zones).toEqual(['Europe/Ljubljana', 'America/New_York']);
    expect(events.map((component) => timesOf(component, 'dtstart')[1])).toEqual([
      '2026-10-27T17:00:00Z',
      '2026-10-27T22:00:00Z',
    ]);
  });

  test.each(['2026-10-25T00:30:00Z', '2026-10-25T01:30:00Z'])(
    '%s, half past two of a night with two, is told in UTC',
    (instant) => {
      const startsAt = at(instant);
      const { events } = read(build({ events: [event({ startsAt, endsAt: startsAt.add({ hours: 3 }) })] }));
      expect(events.map((component) => timesOf(component, 'dtstart'))).toEqual([[instant, instant]]);
    },
  );
});

describe('text', () => {
  const TEXT = 'Yin, Yang; \\ back\nnext line\r\nČas: 18:00 "šola"';

  test('survives commas, semicolons, backslashes and line breaks', () => {
    const given = event({ summary: TEXT, description: TEXT, location: TEXT });
    const { property } = read(build({ events: [given] }));
    const expected = TEXT.replaceAll('\r\n', '\n');
    expect([property('summary'), property('description'), property('location')]).toEqual([
      expected,
      expected,
      expected,
    ]);
  });

  test('in the name cannot begin a property', () => {
    const text = build({ name: 'Sun; Moon, Stars\r\nX-EVIL:1' });
    expect(text).toContain('\r\nNAME:Sun\\; Moon\\, Stars\\nX-EVIL:1\r\n');
    expect(read(text).calendar.getFirstProperty('x-evil')).toBeNull();
  });

  test('loses the control characters that iCalendar forbids', () => {
    expect(read(build({ events: [event({ summary: 'Vin\u0007ya\u007fsa\tFlow' })] })).property('summary')).toBe(
      'Vinyasa\tFlow',
    );
  });

  test('is folded into lines of at most 75 octets that end in CRLF, without breaking a character', () => {
    const description = 'Počasna vadba za zdravo hrbtenico 🧘🏽‍♀️ und Entspannung, más tranquilidad; '.repeat(20);
    const text = build({ events: [event({ description })] });
    const lines = text.split('\r\n');
    expect(lines.at(-1)).toBe('');
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    expect(Math.max(...lines.map((line) => Buffer.byteLength(line)))).toBeLessThanOrEqual(75);
    expect(lines.some((line) => line.includes('\ufffd') || /[\ud800-\udbff]$/.test(line))).toBe(false);
    expect(read(text).property('description')).toBe(description);
  });
});
