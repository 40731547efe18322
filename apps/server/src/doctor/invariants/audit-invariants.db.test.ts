import { type RawBuilder, sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Database, openDatabase, type Tx } from '#platform/db/database.ts';
import { busyStudio } from '../../../test-support/busy-studio.ts';
import { cloneDatabase } from '../../../test-support/test-database.ts';
import { auditInvariants, findViolations, invariants } from './audit-invariants.ts';

let db: Database;
let studio: Awaited<ReturnType<typeof busyStudio>>;
let close: () => Promise<void>;

beforeAll(async () => {
  const database = await cloneDatabase();
  ({ db } = openDatabase({ url: database.ownerUrl, size: 4, log: { warn: () => {} } }));
  close = async () => {
    await db.destroy();
    await database.drop();
  };
  studio = await busyStudio(db);
});
afterAll(() => close());

test('a studio that followed the rules is healthy', async () => {
  expect(await auditInvariants(db)).toEqual([]);
});

type Studio = typeof studio;

/** How to break an invariant where the schema would not let us, and whose id is then reported. */
interface Breakage {
  invariant: string;
  how: string;
  who: (studio: Studio) => string;
  by: (studio: Studio) => RawBuilder<unknown>[];
}

const dropConstraint = (table: string, name: string) =>
  sql`alter table ${sql.table(table)} drop constraint ${sql.id(name)}`;
const ledger = (values: RawBuilder<unknown>) =>
  sql`insert into ticket_ledger (ticket_id, kind, entries, booking_id) values (${values})`;
const forget = (action: string) => [
  sql`set local session_replication_role = replica`,
  sql`delete from audit_log where action = ${action}`,
];

const breakages: Breakage[] = [
  {
    invariant: 'series_sessions',
    how: 'the series ended and left a session behind',
    who: ({ open }) => open,
    by: ({ open }) => [
      sql`with ended as (
          insert into series (class_type_id, location_id, instructor_id, start_time, duration_minutes, capacity, rule, starts_on, ends_on)
          select class_type_id, location_id, instructor_id, '18:00', 60, 10, 'FREQ=DAILY', current_date, current_date
          from sessions where id = ${open} returning id
        ) update sessions set series_id = ended.id, series_occurrence = current_date + 1 from ended where sessions.id = ${open}`,
    ],
  },
  {
    invariant: 'session_counters',
    how: 'a waiter too many is counted',
    who: ({ full }) => full,
    by: ({ full }) => [sql`update sessions set waiting_count = waiting_count + 1 where id = ${full}`],
  },
  {
    invariant: 'session_capacity',
    how: 'two active bookings on one seat',
    who: ({ open }) => open,
    by: ({ open }) => [
      dropConstraint('sessions', 'sessions_no_seat_too_many'),
      sql`update sessions set capacity = 1 where id = ${open}`,
    ],
  },
  {
    invariant: 'session_capacity',
    how: 'over capacity although there is room',
    who: ({ open }) => open,
    by: ({ open }) => [
      dropConstraint('sessions', 'sessions_over_capacity_is_real'),
      sql`update sessions set over_capacity = true where id = ${open}`,
    ],
  },
  {
    invariant: 'one_booking_per_member',
    how: 'the same member waits twice',
    who: ({ full }) => full,
    by: ({ full, bensBooking }) => [
      sql`drop index bookings_one_per_member`,
      sql`insert into bookings (session_id, user_id, ticket_id, starts_at, ends_at, state, queue_number)
          select session_id, user_id, ticket_id, starts_at, ends_at, state, 2 from bookings where id = ${bensBooking}`,
      sql`update sessions set waiting_count = 2, next_queue_number = 3 where id = ${full}`,
    ],
  },
  {
    invariant: 'no_one_waits_beside_a_free_seat',
    how: 'a seat was added and nobody promoted',
    who: ({ bensBooking }) => bensBooking,
    by: ({ full }) => [sql`update sessions set capacity = 2 where id = ${full}`],
  },
  {
    invariant: 'queue_numbers',
    how: 'the next number was given already',
    who: ({ full }) => full,
    by: ({ full }) => [sql`update sessions set next_queue_number = 1 where id = ${full}`],
  },
  {
    invariant: 'queue_numbers',
    how: 'the same number twice',
    who: ({ full }) => full,
    by: ({ annasBooking }) => [
      sql`update bookings set queue_number = 1, promoted_at = now() where id = ${annasBooking}`,
    ],
  },
  {
    invariant: 'booking_times',
    how: 'the session was moved without its bookings',
    who: ({ annasBooking }) => annasBooking,
    by: ({ annasBooking }) => [
      sql`update bookings set ends_at = ends_at + interval '1 minute' where id = ${annasBooking}`,
    ],
  },
  {
    invariant: 'ended_session_is_empty',
    how: 'deleted while somebody held a seat',
    who: ({ annasBooking }) => annasBooking,
    by: ({ full, bensBooking }) => [
      sql`update sessions set deleted_at = now(), waiting_count = 0 where id = ${full}`,
      sql`update bookings set state = 'canceled', canceled_at = now(), canceled_reason = 'list_closed' where id = ${bensBooking}`,
      sql`insert into audit_log (actor_role, action, entity, entity_id) values ('admin', 'session.delete', 'session', ${full})`,
    ],
  },
  {
    invariant: 'ticket_balance',
    how: 'an entry out of nowhere',
    who: ({ carasTicket }) => carasTicket,
    by: ({ carasTicket }) => [sql`update tickets set entries_left = entries_left + 1 where id = ${carasTicket}`],
  },
  {
    invariant: 'ticket_balance',
    how: 'entries on an unlimited ticket',
    who: ({ bensTicket }) => bensTicket,
    by: ({ bensTicket }) => [ledger(sql`${bensTicket}, 'adjust', 3, null`)],
  },
  {
    invariant: 'ticket_not_overdrawn',
    how: 'one entry less than nothing',
    who: ({ carasOtherTicket }) => carasOtherTicket,
    by: ({ carasOtherTicket }) => [
      dropConstraint('tickets', 'tickets_entries_not_negative'),
      sql`update tickets set entries_left = -1 where id = ${carasOtherTicket}`,
      ledger(sql`${carasOtherTicket}, 'adjust', -6, null`),
    ],
  },
  {
    invariant: 'ticket_granted_once',
    how: 'granted twice',
    who: ({ bensTicket }) => bensTicket,
    by: ({ bensTicket }) => [ledger(sql`${bensTicket}, 'grant', 0, null`)],
  },
  {
    invariant: 'ticket_granted_once',
    how: 'never granted',
    who: ({ carasTicket }) => carasTicket,
    by: ({ carasTicket }) => [
      sql`set local session_replication_role = replica`,
      sql`delete from ticket_ledger where ticket_id = ${carasTicket} and kind = 'grant'`,
      ledger(sql`${carasTicket}, 'adjust', 5, null`),
    ],
  },
  {
    invariant: 'entry_per_booking',
    how: 'a seat that cost nothing',
    who: ({ carasBooking }) => carasBooking,
    by: ({ carasBooking, carasTicket }) => [
      sql`set local session_replication_role = replica`,
      sql`delete from ticket_ledger where booking_id = ${carasBooking}`,
      sql`update tickets set entries_left = entries_left + 1 where id = ${carasTicket}`,
    ],
  },
  {
    invariant: 'entry_per_booking',
    how: 'an entry returned for a seat still held',
    who: ({ carasBooking }) => carasBooking,
    by: ({ carasBooking, carasTicket }) => [
      ledger(sql`${carasTicket}, 'return', 1, ${carasBooking}`),
      sql`update tickets set entries_left = entries_left + 1 where id = ${carasTicket}`,
    ],
  },
  {
    invariant: 'entry_per_booking',
    how: 'an entry spent on waiting',
    who: ({ bensBooking }) => bensBooking,
    by: ({ bensBooking, bensTicket }) => [
      ledger(sql`${bensTicket}, 'spend', -1, ${bensBooking}`),
      ledger(sql`${bensTicket}, 'adjust', 1, null`),
    ],
  },
  {
    invariant: 'entry_per_booking',
    how: 'canceled in time, the entry lost',
    who: ({ canceledInTime }) => canceledInTime,
    by: ({ canceledInTime, annasTicket }) => [
      sql`set local session_replication_role = replica`,
      sql`delete from ticket_ledger where booking_id = ${canceledInTime} and kind = 'return'`,
      sql`update tickets set entries_left = entries_left - 1 where id = ${annasTicket}`,
    ],
  },
  {
    invariant: 'entry_per_booking',
    how: 'late, the seat refilled, the entry still kept',
    who: ({ canceledLate }) => canceledLate,
    by: ({ canceledLate }) => [sql`update bookings set entry_forfeited = false where id = ${canceledLate}`],
  },
  {
    invariant: 'booking_ticket',
    how: "another member's ticket",
    who: ({ bensBooking }) => bensBooking,
    by: ({ bensBooking, dorasTicket }) => [
      sql`update bookings set ticket_id = ${dorasTicket} where id = ${bensBooking}`,
    ],
  },
  {
    invariant: 'booking_ticket',
    how: 'another ticket than the one that paid',
    who: ({ carasBooking }) => carasBooking,
    by: ({ carasBooking, carasOtherTicket }) => [
      sql`update bookings set ticket_id = ${carasOtherTicket} where id = ${carasBooking}`,
    ],
  },
  {
    invariant: 'revoked_ticket_holds_no_seat',
    how: 'revoked, the seat kept',
    who: ({ annasBooking }) => annasBooking,
    by: ({ annasTicket }) => [sql`update tickets set state = 'revoked', revoked_at = now() where id = ${annasTicket}`],
  },
  {
    invariant: 'ticket_per_payment',
    how: 'paid, nothing granted',
    who: ({ payment }) => payment,
    by: ({ payment }) => [
      sql`set local session_replication_role = replica`,
      sql`update tickets set payment_id = null where payment_id = ${payment}`,
      sql`update ticket_ledger set payment_id = null where payment_id = ${payment}`,
    ],
  },
  {
    invariant: 'ticket_per_payment',
    how: 'granted, nothing paid',
    who: ({ payment }) => payment,
    by: ({ payment }) => [sql`update payments set status = 'pending' where id = ${payment}`],
  },
  {
    invariant: 'ticket_per_payment',
    how: 'granted twice',
    who: ({ payment }) => payment,
    by: ({ payment, carasTicket }) => [
      sql`set local session_replication_role = replica`,
      dropConstraint('tickets', 'tickets_one_per_payment'),
      sql`drop index ticket_ledger_one_grant`,
      sql`update tickets set payment_id = ${payment} where id = ${carasTicket}`,
      sql`update ticket_ledger set payment_id = ${payment} where ticket_id = ${carasTicket} and kind = 'grant'`,
    ],
  },
  {
    invariant: 'refunded_ticket_is_revoked',
    how: 'the money is back, the ticket still there',
    who: ({ annasTicket }) => annasTicket,
    by: ({ payment }) => [sql`update payments set status = 'refunded' where id = ${payment}`],
  },
  {
    invariant: 'audited_ticket_changes',
    how: 'nobody knows who adjusted',
    who: ({ dorasTicket }) => dorasTicket,
    by: () => forget('ticket.adjust'),
  },
  {
    invariant: 'audited_refunds',
    how: 'nobody knows who gave money back',
    who: ({ refund }) => refund,
    by: () => forget('payment.refund'),
  },
  {
    invariant: 'audited_bookings_by_staff',
    how: 'nobody knows who booked for a member',
    who: ({ bookedByStaff }) => bookedByStaff,
    by: ({ bookedByStaff }) => [
      sql`set local session_replication_role = replica`,
      sql`delete from audit_log where action = 'booking.create' and entity_id = ${bookedByStaff}`,
    ],
  },
  {
    invariant: 'audited_cancellations_by_staff',
    how: 'nobody knows who canceled for a member',
    who: ({ canceledByStaff }) => canceledByStaff,
    by: () => forget('booking.cancel'),
  },
  {
    invariant: 'audited_session_ends',
    how: 'told twice',
    who: ({ canceled }) => canceled,
    by: () => [
      sql`insert into audit_log (actor_role, action, entity, entity_id)
          select actor_role, action, entity, entity_id from audit_log where action = 'session.cancel'`,
    ],
  },
];

test.each(breakages)('$invariant: $how', async ({ invariant, who, by }) => {
  const found = await violationsAfter(by(studio));
  expect(found).toEqual([{ invariant, entity: expect.any(String), entityId: who(studio), detail: expect.any(String) }]);
});

test('every invariant is broken above', () => {
  expect(new Set(breakages.map(({ invariant }) => invariant))).toEqual(new Set(invariants.map(({ name }) => name)));
});

describe('who may wait beside a free seat', () => {
  const seat = () => sql`update sessions set capacity = 2 where id = ${studio.full}`;
  const bensTicket = (set: RawBuilder<unknown>) => sql`update tickets set ${set} where id = ${studio.bensTicket}`;
  const bookElsewhere = () => sql`
    with booking as (
      insert into bookings (session_id, user_id, ticket_id, starts_at, ends_at, state)
      select session_id, ${studio.ben}, ${studio.bensTicket}, starts_at, ends_at, 'active'
      from bookings where id = ${studio.carasBooking}
      returning session_id
    ) update sessions set active_count = active_count + 1 where id in (select session_id from booking)`;
  const moveTogether = () => sql`
    with moved as (
      update sessions s set starts_at = other.starts_at, ends_at = other.ends_at
      from sessions other where other.id = ${studio.full} and s.id = ${studio.open} returning s.id, s.starts_at, s.ends_at
    ) update bookings b set starts_at = moved.starts_at, ends_at = moved.ends_at from moved where b.session_id = moved.id`;

  test.each<[why: string, by: () => RawBuilder<unknown>[]]>([
    ['blocked', () => [sql`update users set blocked_at = now() where id = ${studio.ben}`]],
    ['erased', () => [sql`update users set deleted_at = now() where id = ${studio.ben}`]],
    ['a frozen ticket', () => [bensTicket(sql`state = 'frozen', frozen_at = now()`)]],
    ['a ticket for other classes', () => [bensTicket(sql`class_type_ids = ${[crypto.randomUUID()]}`)]],
    ['a ticket that ends before', () => [bensTicket(sql`valid_until = now() + interval '1 hour'`)]],
    ['a ticket that starts later', () => [bensTicket(sql`valid_from = now() + interval '50 hours'`)]],
    ['one that would run out', () => [bensTicket(sql`valid_from = null, valid_until = null, validity_days = 1`)]],
    ['booked at the same time', () => [moveTogether(), bookElsewhere()]],
    ['the list has closed', () => [sql`update studio set waitlist_closes_minutes_before = 49 * 60`]],
  ])('%s: yes', async (_, by) => {
    expect(await violationsAfter([seat(), ...by()])).toEqual([]);
  });

  test.each<[why: string, by: () => RawBuilder<unknown>[]]>([
    ['booked at another time', () => [bookElsewhere()]],
    [
      'two at a time are allowed',
      () => [sql`update studio set overlapping_bookings_allowed = true`, moveTogether(), bookElsewhere()],
    ],
    ['one that would start now', () => [bensTicket(sql`valid_from = null, valid_until = null, validity_days = 3`)]],
  ])('%s: no', async (_, by) => {
    const found = await violationsAfter([seat(), ...by()]);
    expect(found.map(({ entityId }) => entityId)).toEqual([studio.bensBooking]);
  });
});

class RolledBack extends Error {}

/** Breaks things, looks, and takes everything back, dropped constraints included. */
async function violationsAfter(statements: readonly RawBuilder<unknown>[]) {
  const violations: Awaited<ReturnType<typeof findViolations>> = [];
  const work = async (tx: Tx) => {
    for (const statement of statements) await statement.execute(tx);
    violations.push(...(await findViolations(tx)));
    throw new RolledBack();
  };
  await expect(db.transaction().execute(work)).rejects.toThrow(RolledBack);
  return violations;
}
