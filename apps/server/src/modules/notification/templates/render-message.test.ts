import { describe, expect, test } from 'vitest';
import { languages } from '#platform/web-page.ts';
import type { MessageFacts } from '../message-facts.ts';
import { contrastOf } from './accent-colors.ts';
import {
  booking,
  canceled,
  circumstances,
  fullFacts,
  kinds,
  leastFacts,
  look,
  payment,
  session,
  ticket,
  unlimited,
} from './message-samples.ts';
import { renderMessage } from './render-message.ts';

const recipient = { name: 'Ana Novak' };
const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll("'", '&#x27;').replaceAll('"', '&quot;');

describe.each(languages)('every message in %s', (locale) => {
  const cases = [
    ...kinds.map((kind) => [`${kind}, all known`, kind, fullFacts(kind)] as const),
    ...kinds.map((kind) => [`${kind}, least known`, kind, leastFacts(kind)] as const),
    ...circumstances.map(([what, kind, facts]) => [`${kind}, ${what}`, kind, { recipient, ...facts }] as const),
  ];

  test.each(cases)('%s', async (_, kind, facts) => {
    const { subject, html, text } = await renderMessage(kind, facts, { ...look, locale });
    expect(subject).toMatch(/^\S[^\r\n]+\S$/);
    const [studio, heading = '', ...rest] = text.split('\n\n');
    expect(studio).toBe('Studio Sonce');
    expect(html).toContain(`>${escaped(heading)}</h1>`);
    expect(rest.length).toBeGreaterThanOrEqual(3);
    for (const fact of keyFacts(facts)) {
      expect(text).toContain(fact);
      expect(html).toContain(fact);
    }
    // No half sentence, no machine's notation.
    expect(`${subject}\n${text}`).not.toMatch(/undefined|null|NaN|\{|\}|\d{4}-\d\d-\d\d|\d{3,}00Z| {2}/);
  });
});

function keyFacts({ session, link, payment, ticket }: MessageFacts): string[] {
  return [
    ...(session ? [session.className, session.instructorName, session.locationName, '18:30'] : []),
    ...(link ? [link.url] : []),
    ...(payment ? [payment.planName] : []),
    ...(ticket && !session && !payment ? [ticket.name] : []),
  ];
}

test('reads as written', async () => {
  const { subject, text } = await renderMessage('booking_confirmed', fullFacts('booking_confirmed'), look);
  expect(subject).toBe('Booked: Vinyasa Flow · Tue, Nov 24, 18:30');
  expect(text).toMatchInlineSnapshot(`
    "Studio Sonce

    Your place is booked

    Hello Ana Novak,

    You have a place in Vinyasa Flow on Tuesday, November 24 at 18:30.

    One entry of Ten classes is spent for it; 4 are left.

    Free to cancel until Tuesday, November 24 at 16:30. After that the entry stays spent.

    Class: Vinyasa Flow
    When: Tuesday, November 24, 18:30 – 19:45 GMT+1
    Where: Center, Trubarjeva 1, Ljubljana
    Instructor: Maja Kos

    See your booking:
    https://studio.example/bookings

    You get this because you hear from Studio Sonce about your bookings.

    Choose what you hear about:
    https://studio.example/account#notifications

    Stop messages of this kind:
    https://studio.example/unsubscribe?token=t0ken
    "
  `);
});

test.each([
  ['en', 'November 25, 2026 at 09:00 GMT+1'],
  ['de', '25. November 2026 um 09:00 MEZ'],
  ['es', '25 de noviembre de 2026 a las 9:00 CET'],
  ['sl', '25. november 2026 ob 09:00 GMT +1'],
])('a link that expires tells when on the clocks of the studio: %s', async (locale, until) => {
  const { text } = await renderMessage('verify_email', fullFacts('verify_email'), { ...look, locale });
  expect(text).toContain(until);
});

test.each([
  [0, 'ni več obiskov'],
  [1, 'še 1 obisk'],
  [2, 'še 2 obiska'],
  [3, 'še 3 obiski'],
  [5, 'še 5 obiskov'],
  [101, 'še 101 obisk'],
])('Slovenian counts %i entries', async (entriesLeft, words) => {
  const facts = { recipient, ticket: { ...ticket, name: 'Karta', entriesLeft } };
  const { subject } = await renderMessage('ticket_low', facts, { ...look, locale: 'sl' });
  expect(subject).toBe(`Karta: ${words}`);
});

test('what people named is text, never markup or another line of the header', async () => {
  const hostile = { ...session, className: '<b>Flow</b>\r\nBcc: eve@example.com', instructorName: '"><script>' };
  const facts = { recipient: { name: '<i>Ana</i>' }, session: hostile, booking, ticket };
  const { subject, html } = await renderMessage('booking_confirmed', facts, { ...look, studioName: '<u>Studio</u>' });
  expect(subject).toContain('<b>Flow</b> Bcc: eve@example.com');
  expect(subject).not.toMatch(/[\r\n]/);
  expect(html).not.toMatch(/<b>|<i>Ana|<u>|<script/);
  expect(html).toContain('&lt;b&gt;Flow&lt;/b&gt;');
});

test('nobody is called by name at an address that may not be theirs', async () => {
  const facts = { ...fullFacts('verify_email'), recipient: { name: 'Win at casino.example' } };
  const { html, text } = await renderMessage('verify_email', facts, look);
  expect(html + text).not.toContain('casino');
});

test('a device is named by what is known of it, never by its own words', async () => {
  const device = { userAgent: 'Call +1 555 Firefox/1.0 Linux', address: '192.0.2.7', at: session.startsAt };
  const { text } = await renderMessage('new_device', { recipient, device }, look);
  expect(text).toContain('Device: Firefox on Linux');
  expect(text).not.toContain('555');
});

test('the hour that comes twice is told apart', async () => {
  const night = (startsAt: string): MessageFacts => {
    const start = Temporal.Instant.from(startsAt);
    return { recipient, session: { ...session, startsAt: start, endsAt: start.add({ minutes: 30 }) }, booking };
  };
  const german = { ...look, locale: 'de' };
  const summer = await renderMessage('reminder', night('2026-10-25T00:15:00Z'), german);
  const winter = await renderMessage('reminder', night('2026-10-25T01:15:00Z'), german);
  expect(summer.text).toContain('Sonntag, 25. Oktober, 02:15–02:45 Uhr MESZ');
  expect(winter.text).toContain('Sonntag, 25. Oktober, 02:15–02:45 Uhr MEZ');
});

test("times are those of the session's place", async () => {
  const facts = { recipient, session: { ...session, timeZone: 'Asia/Tokyo' }, booking };
  const { subject, text } = await renderMessage('reminder', facts, look);
  expect(subject).toBe('Reminder: Vinyasa Flow · Wed, Nov 25, 02:30');
  expect(text).toContain('Free to cancel until Wednesday, November 25 at 00:30.');
});

test.each([
  ['EUR', 'en', '€120.00'],
  ['EUR', 'de', '120,00\u00a0€'],
  ['JPY', 'en', '¥12,000'],
  ['KWD', 'en', 'KWD\u00a012.000'],
])('money in %s, read in %s', async (currency, locale, amount) => {
  const facts = { recipient, payment: { ...payment, currency } };
  const { text } = await renderMessage('ticket_bought', facts, { ...look, locale });
  expect(text).toContain(amount);
});

test('a ticket that ends at midnight is good until the day before', async () => {
  const { subject } = await renderMessage('ticket_expiring', { recipient, ticket }, look);
  expect(subject).toBe('Ten classes is valid until February 22, 2027');
});

test.each([
  ['spent, in time', { ...canceled, entryReturned: true }, ticket, 'Your entry is back on Ten classes'],
  ['spent, not back', canceled, ticket, 'The entry does not come back.'],
  ['no limit', canceled, unlimited, 'No entry was spent on it.'],
])('a cancellation tells what becomes of the entry: %s', async (_, booking, ticket, words) => {
  const { text } = await renderMessage('booking_canceled', { recipient, session, booking, ticket }, look);
  expect(text).toContain(words);
});

test('who is taken off a waiting list hears that nothing was spent, and of no booking or entry that comes back', async () => {
  const { subject, text } = await renderMessage(
    'removed_from_waiting_list',
    fullFacts('removed_from_waiting_list'),
    look,
  );
  expect(subject).toBe('No longer on the waiting list: Vinyasa Flow · Tue, Nov 24, 18:30');
  expect(text).toContain(
    'Studio Sonce took you off the waiting list of Vinyasa Flow on Tuesday, November 24 at 18:30.',
  );
  expect(text).toContain('No entry was spent on it.');
  expect(text).not.toMatch(/place in|back/);
});

test('what cannot be left out is missed, not left blank', async () => {
  await expect(renderMessage('reminder', { recipient }, look)).rejects.toThrow('class');
  await expect(renderMessage('seat_opened', { recipient }, look)).rejects.toThrow('session');
  await expect(renderMessage('verify_email', { recipient }, look)).rejects.toThrow('link');
});

test('a locale without words of its own is spoken to in English', async () => {
  const facts = fullFacts('welcome');
  const { subject } = await renderMessage('welcome', facts, { ...look, locale: 'pt-BR' });
  expect(subject).toBe('Welcome to Studio Sonce');
  const austrian = await renderMessage('welcome', facts, { ...look, locale: 'de-AT' });
  expect(austrian.subject).toBe('Willkommen bei Studio Sonce');
});

test("pages open in the reader's language, links that are given stay as they are", async () => {
  const { text } = await renderMessage('reminder', fullFacts('reminder'), { ...look, locale: 'sl' });
  expect(text).toContain('https://studio.example/sl/bookings');
  expect(text).toContain('https://studio.example/sl/account#notifications');
  const link = fullFacts('verify_email');
  const verify = await renderMessage('verify_email', link, { ...look, locale: 'sl' });
  expect(verify.text).toContain(link.link?.url);
});

test('the way out is offered where there is one', async () => {
  const facts = fullFacts('reminder');
  const { html, text } = await renderMessage('reminder', facts, look);
  expect(html).toContain('href="https://studio.example/unsubscribe?token=t0ken"');
  expect(text).toContain('Stop messages of this kind:\nhttps://studio.example/unsubscribe?token=t0ken');
  const { text: essential } = await renderMessage('reminder', facts, { ...look, unsubscribeUrl: null });
  expect(essential).not.toContain('Stop messages');
});

test.each(['#0f766e', '#ffe000', '#ffffff', '#000000', '#7f7f7f', '#ff0066'])('%s can be read on', async (color) => {
  const { html } = await renderMessage('welcome', fullFacts('welcome'), { ...look, accentColor: color });
  const bright = html.match(/<a [^>]*class="button"[^>]*background-color:(#\w{6});color:(#\w{6})/);
  const dark = html.match(/\.button\{background-color:(#\w{6}) !important;color:(#\w{6})/);
  const studio = html.match(/<p class="studio"[^>]*color:(#\w{6})/);
  expect(contrastOf(bright?.[1] ?? '', bright?.[2] ?? '')).toBeGreaterThanOrEqual(4.5);
  expect(contrastOf(dark?.[1] ?? '', dark?.[2] ?? '')).toBeGreaterThanOrEqual(4.5);
  expect(contrastOf(studio?.[1] ?? '', '#f8f4ec')).toBeGreaterThanOrEqual(4.5);
});

test('nothing is fetched from elsewhere', async () => {
  const { html } = await renderMessage('booking_confirmed', fullFacts('booking_confirmed'), look);
  expect(html).not.toMatch(/<img|<link|@import|url\(|src=/);
});
