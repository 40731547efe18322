import type { Insertable } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { hoursFromNow } from '../../../test-support/fixtures.ts';
import { type Person, type StudioApi, startStudioApi } from '../../../test-support/studio-api.ts';
import type { DB } from '../../platform/db/db-types.generated.ts';
import { recordTicketNotices } from './record-ticket-notices.ts';

let studio: StudioApi;
beforeAll(async () => {
  studio = await startStudioApi();
});
afterAll(() => studio.close());

const DAY = 24;
const member = () => studio.person('member', 0);
/** The work of an hour, done twice. */
const tellAt = async (now = Temporal.Now.instant()) => {
  await recordTicketNotices(studio.services, now);
  await recordTicketNotices(studio.services, now);
};
const noticesOf = ({ id }: Person) =>
  studio.db
    .selectFrom('messages')
    .select(['kind', 'cause', 'data', 'status'])
    .where('userId', '=', id)
    .where('kind', 'in', ['ticket_low', 'ticket_expiring'])
    .orderBy('id')
    .execute();
const ledger = (row: Insertable<DB['ticketLedger']>) => studio.db.insertInto('ticketLedger').values(row).execute();
const setTicket = (id: string, row: { entriesLeft?: number; validUntil?: Temporal.Instant | null }) =>
  studio.db.updateTable('tickets').set(row).where('id', '=', id).execute();

test('a ticket with one entry left is told once, and again when it was filled up and ran low anew', async () => {
  const anna = await member();
  const ticket = await studio.ticket(anna.id, 2);
  await tellAt();
  expect(await noticesOf(anna)).toEqual([]);
  await anna.book((await studio.session()).id);
  await tellAt();
  const first = { ticketId: ticket.id, entriesLeft: 1 };
  expect(await noticesOf(anna)).toEqual([
    { kind: 'ticket_low', cause: `ticket_low:${ticket.id}:1`, data: first, status: 'queued' },
  ]);

  await anna.book((await studio.session({ startsAt: hoursFromNow(60) })).id);
  await tellAt();
  expect(await noticesOf(anna)).toHaveLength(1);

  await ledger({ ticketId: ticket.id, kind: 'adjust', entries: 1, reason: 'a gift' });
  await setTicket(ticket.id, { entriesLeft: 1 });
  await tellAt();
  expect(await noticesOf(anna)).toMatchObject([{ data: first }, { cause: `ticket_low:${ticket.id}:2` }]);
});

test('nobody is told who has another ticket, or whose ticket ran low long ago', async () => {
  const [anna, ben] = [await member(), await member()];
  for (const { id } of [anna, ben]) {
    const ticket = await studio.ticket(id, 5);
    await ledger({ ticketId: ticket.id, kind: 'adjust', entries: -4 });
    await setTicket(ticket.id, { entriesLeft: 1 });
  }
  await studio.ticket(anna.id, null);
  await tellAt(hoursFromNow(4 * DAY));
  expect([...(await noticesOf(anna)), ...(await noticesOf(ben))]).toEqual([]);
  await tellAt(hoursFromNow(2 * DAY));
  expect(await noticesOf(anna)).toEqual([]);
  expect(await noticesOf(ben)).toHaveLength(1);
});

test('a ticket that expires is told once for each end of its validity', async () => {
  const anna = await member();
  const ticket = await studio.ticket(anna.id, null, {
    validFrom: hoursFromNow(-60 * DAY),
    validUntil: hoursFromNow(8 * DAY),
  });
  await tellAt();
  expect(await noticesOf(anna)).toEqual([]);
  await tellAt(hoursFromNow(2 * DAY));
  await tellAt(hoursFromNow(3 * DAY));
  expect(await noticesOf(anna)).toEqual([
    {
      kind: 'ticket_expiring',
      cause: `ticket_expiring:${ticket.id}:${ticket.validUntil}`,
      data: { ticketId: ticket.id, validUntil: String(ticket.validUntil) },
      status: 'queued',
    },
  ]);
  const validUntil = ticket.validUntil?.add({ hours: 12 * DAY });
  await setTicket(ticket.id, { validUntil: validUntil ?? null });
  await tellAt(hoursFromNow(3 * DAY));
  await tellAt(hoursFromNow(14 * DAY));
  expect((await noticesOf(anna)).map(({ cause }) => cause).slice(1)).toEqual([
    `ticket_expiring:${ticket.id}:${validUntil}`,
  ]);
});

test('nothing is said of a ticket that another one follows', async () => {
  const anna = await member();
  await studio.ticket(anna.id, 5, { validFrom: hoursFromNow(-60 * DAY), validUntil: hoursFromNow(3 * DAY) });
  await studio.ticket(anna.id, 5, { validFrom: null, validUntil: null, validityDays: 90 });
  await tellAt();
  expect(await noticesOf(anna)).toEqual([]);
});
