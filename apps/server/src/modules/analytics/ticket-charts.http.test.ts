import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { pastSessions } from '../../../test-support/past-sessions.ts';
import { type Person, type StudioApi, startStudioApi } from '../../../test-support/studio-api.ts';
import { keepTicketDays } from './ticket-days.ts';

const HOME = 'Europe/Ljubljana';

let api: StudioApi;
let admin: Person;

beforeAll(async () => {
  api = await startStudioApi();
  admin = await api.person('admin');
  await api.db.updateTable('studio').set({ timeZone: HOME }).execute();
  await ticketsOfApril();
  await ticketsOfJune();
  await ticketsOfTheClocks();
});
afterAll(() => api.close());

/** A wall time of the studio. */
const instant = (wall: string) => Temporal.PlainDateTime.from(wall).toZonedDateTime(HOME).toInstant();

type TicketRow = Parameters<typeof api.ticket>[2];
type Change = [kind: 'adjust' | 'revoke', entries: number, at: string];

/** A ticket of its own member, made when it begins, with what happened to its entries since. */
async function ticket(
  from: string,
  until: string | null,
  entries: number | null,
  changes: Change[] = [],
  row: TicketRow = {},
) {
  const createdAt = instant(from);
  const { id: userId } = await api.user({ createdAt });
  const validity = until
    ? { validFrom: createdAt, validUntil: instant(until) }
    : { validFrom: null, validUntil: null, validityDays: 30 };
  const entriesLeft = entries === null ? null : changes.reduce((sum, [, change]) => sum + change, entries);
  const { id } = await api.db
    .insertInto('tickets')
    .values({
      userId,
      name: 'Ticket',
      unlimited: entries === null,
      entriesLeft,
      createdAt,
      ...validity,
      ...row,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  const moves = [['grant', entries ?? 0, from] as const, ...changes];
  for (const [kind, moved, at] of moves) {
    const reason = kind === 'adjust' ? { reason: 'by hand' } : {};
    const values = { ticketId: id, kind, entries: moved, at: instant(at), ...reason };
    await api.db.insertInto('ticketLedger').values(values).execute();
  }
  return { id, userId };
}

/** What ended in April 2023: two unlimited tickets, one of them with two places, and a limited one with nine of ten left. */
async function ticketsOfApril() {
  const { at, booking } = pastSessions(api.db);
  const unlimited = await ticket('2023-04-01T00:00', '2023-04-30T00:00', null);
  await ticket('2023-04-01T00:00', '2023-04-30T00:00', null);
  const limited = await ticket('2023-04-10T00:00', '2023-04-20T00:00', 10, [['adjust', -1, '2023-04-11T12:00']]);
  const by = ({ id, userId }: typeof unlimited) => ({ ticketId: id, userId });
  for (const day of [3, 4]) await booking(await at(`2023-04-0${day}T18:00[${HOME}]`), by(unlimited));
  await booking(await at(`2023-04-05T18:00[${HOME}]`), { ...by(unlimited), canceledReason: 'member' });
  const { id: bookingId } = await booking(await at(`2023-04-12T18:00[${HOME}]`), by(limited));
  for (const [kind, entries] of [
    ['spend', -1],
    ['return', 1],
  ] as const) {
    const values = { ticketId: limited.id, kind, entries, bookingId, at: instant('2023-04-12T12:00') };
    await api.db.insertInto('ticketLedger').values(values).execute();
  }
  // Neither expires: one waits until it is thawed, the other has nothing left since it was revoked.
  const frozen = { state: 'frozen', frozenAt: instant('2023-04-15T12:00') } as const;
  await ticket('2023-04-10T00:00', '2023-04-20T00:00', 4, [], frozen);
  await ticket('2023-04-10T00:00', '2023-04-20T00:00', 5, [['revoke', -5, '2023-04-15T12:00']], {
    state: 'revoked',
    revokedAt: instant('2023-04-15T12:00'),
  });
}

async function ticketsOfJune() {
  const june = ['2024-06-01T00:00', '2024-07-01T00:00'] as const;
  await ticket(...june, null);
  const spent = (at: string): Change => ['adjust', -1, at];
  await ticket(...june, 2, [spent('2024-06-05T12:00'), spent('2024-06-10T12:00')]);
  await ticket(...june, 5, [], { state: 'revoked', revokedAt: instant('2024-06-15T12:00') });
  await ticket(...june, 5, [], { state: 'frozen', frozenAt: instant('2024-06-20T12:00') });
  // Used up on the 21st, and given one more on the 23rd.
  await ticket(...june, 1, [spent('2024-06-21T12:00'), ['adjust', 1, '2024-06-23T12:00']]);
  // Can be booked with from the beginning, although it runs from its first booking on.
  await ticket('2024-06-25T00:00', null, 3, [], {
    validFrom: instant('2024-06-28T12:00'),
    validUntil: instant('2024-07-03T12:00'),
  });
  // Bought, and not begun.
  await ticket('2024-06-27T00:00', '2024-07-20T00:00', null, [], { validFrom: instant('2024-07-10T00:00') });
}

/** Days of 23 and 25 hours. */
async function ticketsOfTheClocks() {
  await ticket('2025-03-30T00:00', '2025-03-30T23:59:59', null);
  await ticket('2025-03-30T23:59:59', '2025-03-31T00:00', 3);
  await ticket('2025-10-26T00:00', '2025-10-27T00:00', null);
  await ticket('2025-10-25T23:59:59', '2025-10-26T23:59:59', 7);
}

const chart = async (path: string, from: string, to: string) => {
  const response = await admin.get(`/admin/analytics/${path}?from=${from}&to=${to}`);
  expect(response.statusCode).toBe(200);
  return response.json();
};
const activeOn = async (day: string) => (await chart('kpis', day, day)).activeTickets;

beforeEach(async () => {
  await api.db.deleteFrom('ticketDays').execute();
  await api.db.deleteFrom('rollups').execute();
});

describe.each([
  ['nothing was written down yet', null],
  ['everything was', '2026-01-01'],
  ['some of June', '2024-06-12'],
  ['some of April', '2023-04-12'],
  ['only what was before', '2023-01-01'],
])('when of the days of tickets %s', (_, through) => {
  beforeEach(async () => {
    if (through) await keepTicketDays(api.db, instant(`${through}T12:00`).add({ hours: 24 * 8 }));
  });

  test.each([
    ['2024-05-31', 0],
    ['2024-06-01', 5],
    ['2024-06-09', 5],
    ['2024-06-10', 4],
    ['2024-06-15', 3],
    ['2024-06-20', 2],
    ['2024-06-21', 1],
    ['2024-06-22', 1],
    ['2024-06-23', 2],
    ['2024-06-25', 3],
    ['2024-06-30', 3],
    ['2024-07-01', 1],
    ['2024-07-09', 0],
    ['2024-07-10', 1],
    ['2024-07-20', 0],
    // A ticket that ends with the day was usable until its end.
    ['2025-03-29', 0],
    ['2025-03-30', 1],
    ['2025-03-31', 0],
    ['2025-10-25', 1],
    ['2025-10-26', 1],
    ['2025-10-27', 0],
  ])('at the end of %s so many could be booked with: %i', async (day, active) => {
    expect(await activeOn(day)).toMatchObject({ value: active });
  });

  test('they are compared with the period before', async () => {
    expect(await activeOn('2024-06-10')).toEqual({ value: 4, previous: 5, change: -0.2 });
    expect(await activeOn('2024-05-31')).toEqual({ value: 0, previous: 0, change: null });
  });

  test('what became of entries, and of unlimited tickets', async () => {
    expect(await chart('ticket-usage', '2023-04-01', '2023-04-30')).toMatchObject({
      entries: { granted: 19, spent: 1, returned: 1, adjusted: -1, revoked: 5, expired: 9 },
      unlimited: { tickets: 2, bookings: 2, bookingsPerTicket: 1 },
    });
  });

  test.each([
    ['a day of 23 hours', '2025-03-30', { granted: 3, expired: 0 }, 1],
    ['the day after it', '2025-03-31', { granted: 0, expired: 3 }, 0],
    ['a day of 25 hours', '2025-10-26', { granted: 0, expired: 7 }, 0],
    ['the day after that', '2025-10-27', { granted: 0, expired: 0 }, 1],
  ])('also on %s', async (__, day, entries, tickets) => {
    expect(await chart('ticket-usage', day, day)).toMatchObject({ entries, unlimited: { tickets } });
  });
});

test('what changes late is right after the next night', async () => {
  const now = instant('2026-01-01T12:00');
  await keepTicketDays(api.db, now);
  const late = api.db.updateTable('tickets').where('validUntil', '=', instant('2025-10-26T23:59:59'));
  await late.set({ validUntil: instant('2025-10-28T12:00') }).execute();
  await keepTicketDays(api.db, now);
  expect(await activeOn('2025-10-27')).toMatchObject({ value: 1 });
  expect(await chart('ticket-usage', '2025-10-28', '2025-10-28')).toMatchObject({ entries: { expired: 7 } });
  await api.db
    .updateTable('tickets')
    .set({ validUntil: instant('2025-10-26T23:59:59') })
    .where('validUntil', '=', instant('2025-10-28T12:00'))
    .execute();
});

test('a studio that moved to another zone has the days of that zone', async () => {
  await keepTicketDays(api.db, instant('2026-01-01T12:00'));
  await api.db.updateTable('studio').set({ timeZone: 'UTC' }).execute();
  // In UTC the ticket of this day begins an hour before the end of the day before.
  expect((await chart('kpis', '2025-10-25', '2025-10-25')).activeTickets).toMatchObject({ value: 2 });
  await api.db.updateTable('studio').set({ timeZone: HOME }).execute();
});

test('of a period that has not ended: what can be booked with now', async () => {
  const today = Temporal.Now.plainDateISO(HOME);
  const before = await activeOn(today.toString());
  const wall = (days: number) => today.add({ days }).toString({ calendarName: 'never' }).concat('T00:00');
  await ticket(wall(-3), wall(3), null);
  await ticket(wall(-3), wall(3), 2, [['adjust', -1, wall(-2)]]);
  await ticket(wall(-3), null, 4);
  await ticket(wall(-3), wall(3), 1, [['adjust', -1, wall(-2)]]);
  await ticket(wall(-3), wall(0), 4);
  await ticket(wall(-3), wall(9), null, [], { validFrom: instant(wall(5)) });
  await ticket(wall(-3), wall(3), 4, [], { state: 'frozen', frozenAt: instant(wall(-1)) });
  await ticket(wall(-3), wall(3), 4, [['revoke', -4, wall(-1)]], { state: 'revoked', revokedAt: instant(wall(-1)) });
  expect(await activeOn(today.toString())).toMatchObject({ value: before.value + 3 });
  const tomorrow = await chart('kpis', today.add({ days: 1 }).toString(), today.add({ days: 1 }).toString());
  expect(tomorrow.activeTickets).toMatchObject({ value: before.value + 3 });
});
