import { type RawBuilder, sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createPasswordHasher } from '#modules/identity/index.ts';
import { type Database, openDatabase } from '#platform/db/database.ts';
import { cloneDatabase } from '../../test-support/test-database.ts';
import { auditInvariants } from '../doctor/index.ts';
import { seedDemo } from './seed-demo.ts';

const password = 'let-me-in-openmat';
const at = (text: string) => Temporal.Instant.from(text);

async function openClone() {
  const database = await cloneDatabase();
  const { db } = openDatabase({ url: database.ownerUrl, size: 2, log: { warn: () => {} } });
  const close = async () => {
    await db.destroy();
    await database.drop();
  };
  return { databaseUrl: database.ownerUrl, db, close };
}

async function rows<T>(db: Database, query: RawBuilder<T>): Promise<T[]> {
  return (await query.execute(db)).rows;
}

async function one<T>(db: Database, query: RawBuilder<T>): Promise<T> {
  const [row] = await rows(db, query);
  if (!row) throw new Error('no row');
  return row;
}

/** The morning after the clocks went forward in Europe, with sessions of six weeks on the other time behind it. */
describe('the whole demo', () => {
  const now = at('2026-03-30T10:20:00+02:00');
  let clone: Awaited<ReturnType<typeof openClone>>;
  let db: Database;
  beforeAll(async () => {
    clone = await openClone();
    db = clone.db;
    expect(await seedDemo({ databaseUrl: clone.databaseUrl, password, now })).toBe(true);
  }, 120_000);
  afterAll(() => clone.close());

  test('breaks no invariant', async () => {
    expect(await auditInvariants(db)).toEqual([]);
  });

  test('is as large as promised', async () => {
    const counts = await one(
      db,
      sql`select
        (select count(*) from users where role = 'member') members,
        (select count(*) from locations) locations,
        (select count(distinct time_zone) from locations) zones,
        (select count(*) from class_types) classes,
        (select count(*) from instructors) instructors,
        (select count(*) from ticket_plans) plans`,
    );
    expect(counts).toEqual({ members: 400, locations: 3, zones: 2, classes: 12, instructors: 10, plans: 6 });
    const { name, currency, defaultLocale } = await db.selectFrom('studio').selectAll().executeTakeFirstOrThrow();
    expect({ name, currency, defaultLocale }).toEqual({
      name: 'Openmat Demo Studio',
      currency: 'EUR',
      defaultLocale: 'en',
    });
  });

  test('most sessions come from series, at their day and time but for one that was moved', async () => {
    const { series, single, elsewhere } = await one<{ series: number; single: number; elsewhere: number }>(
      db,
      sql`
        select count(s.series_id) series, count(*) filter (where s.series_id is null) single,
          count(*) filter (where s.starts_at <> (s.series_occurrence + r.start_time) at time zone l.time_zone
            or s.ends_at - s.starts_at <> r.duration_minutes * interval '1 minute') elsewhere
        from sessions s join locations l on l.id = s.location_id left join series r on r.id = s.series_id`,
    );
    expect(single).toBeGreaterThan(0);
    expect(series).toBeGreaterThan(5 * single);
    expect(elsewhere).toBeLessThan(2);
  });

  test('has everything that happens in a studio', async () => {
    const kinds = await rows<{ kind: string; count: number }>(
      db,
      sql`
        select 'booking ' || state || coalesce(' ' || canceled_reason, '') as kind, count(*) from bookings group by 1
        union all select 'promotion ' || outcome, count(*) from promotion_log group by 1
        union all select 'payment ' || status, count(*) from payments group by 1
        union all select 'ticket ' || state, count(*) from tickets group by 1
        union all select 'session ' || state, count(*) from sessions group by 1
        union all select 'returned after refill', count(*) from bookings
          where canceled_reason = 'late' and not entry_forfeited
            and exists (select from ticket_ledger where booking_id = bookings.id and kind = 'return')
        union all select 'no-show', count(*) from bookings where no_show_at is not null
        union all select 'checked in', count(*) from bookings where checked_in_at is not null`,
    );
    expect(kinds.filter(({ count }) => count === 0)).toEqual([]);
    expect(kinds.map(({ kind }) => kind)).toEqual(
      expect.arrayContaining([
        'booking active',
        'booking waiting',
        ...['member', 'late', 'session_canceled', 'list_closed'].map((reason) => `booking canceled ${reason}`),
        'promotion promoted',
        ...['paid', 'refunded', 'partially_refunded', 'expired'].map((status) => `payment ${status}`),
        'ticket revoked',
        'ticket frozen',
        'session canceled',
      ]),
    );
  });

  test('grows week after week, and evenings are fuller than mornings', async () => {
    const weeks = await rows<{ seats: number }>(
      db,
      sql`select sum(active_count)::integer as seats
          from (select *, floor(extract(epoch from ${now}::timestamptz - starts_at) / 604800) as weeks_ago from sessions) s
          where weeks_ago between 0 and 5
          group by weeks_ago order by weeks_ago desc`,
    );
    const [first = 0, second = 0, , , fifth = 0, last = 0] = weeks.map(({ seats }) => seats);
    expect(fifth + last).toBeGreaterThan(1.15 * (first + second));
    const { evening, morning } = await one<{ evening: number; morning: number }>(
      db,
      sql`select avg(active_count::float / capacity) filter (where hour between 17 and 19) as evening,
            avg(active_count::float / capacity) filter (where hour < 11) as morning
          from (select s.*, extract(hour from starts_at at time zone l.time_zone) as hour
            from sessions s join locations l on l.id = s.location_id) s
          where starts_at < ${now}`,
    );
    expect(evening).toBeGreaterThan(1.4 * morning);
  });

  test('nothing has happened that is still to come', async () => {
    const { latest } = await one<{ latest: Temporal.Instant }>(
      db,
      sql`select greatest(
            (select max(booked_at) from bookings), (select max(canceled_at) from bookings), (select max(paid_at) from payments),
            (select max(checked_in_at) from bookings), (select max(at) from ticket_ledger), (select max(at) from audit_log),
            (select max(created_at) from users)) as latest`,
    );
    expect(Temporal.Instant.compare(latest, now)).toBeLessThanOrEqual(0);
    const { open } = await one<{ open: number }>(
      db,
      sql`select count(*) as open from payments where status in ('pending', 'processing')`,
    );
    expect(open).toBe(0);
  });

  test('the three accounts can sign in, nobody else', async () => {
    const accounts = await rows<{ email: string; role: string; passwordHash: string }>(
      db,
      sql`select email, role, password_hash from users where password_hash <> 'unusable' order by role`,
    );
    expect(accounts.map(({ email, role }) => [email, role])).toEqual([
      ['admin@openmat.local', 'admin'],
      ['member@openmat.local', 'member'],
      ['staff@openmat.local', 'staff'],
    ]);
    expect(new Set(accounts.map(({ passwordHash }) => passwordHash)).size).toBe(1);
    expect(await createPasswordHasher().verify(accounts[0]?.passwordHash, password)).toBe(true);
  });

  test('the clock tells nothing to invented people', async () => {
    const wantMail = await rows<{ email: string }>(
      db,
      sql`select email from users where role = 'member' and not exists (select from notification_preferences p
        where p.user_id = users.id and not p.tickets and p.reminder_minutes = '{}')`,
    );
    expect(wantMail).toEqual([{ email: 'member@openmat.local' }]);
    expect(await rows(db, sql`select from messages`)).toEqual([]);
  });

  test('member@ has five entries with a history, a coming class and a place in a queue', async () => {
    expect(await storyOfMember(db, now)).toEqual({
      ticket: { name: 'Five entries', entriesLeft: 2 },
      bookings: ['coming active', 'coming waiting', 'past active', 'past active', 'past canceled member'],
    });
  });

  test('a second time changes nothing', async () => {
    expect(await seedDemo({ databaseUrl: clone.databaseUrl, password, now: now.add({ hours: 24 }) })).toBe(false);
    expect((await one<{ count: number }>(db, sql`select count(*) from users`)).count).toBe(402);
  });
});

describe('a smaller demo', () => {
  /** The Sunday on which clocks go back, just before and well after. */
  test.each(['2026-10-25T00:30:00+02:00', '2026-10-25T21:45:00+01:00', '2027-01-01T12:00:00+01:00'])(
    'is healthy at %s, and member@ has a story',
    async (text) => {
      const now = at(text);
      const { databaseUrl, db, close } = await openClone();
      await seedDemo({ databaseUrl, password, now, members: 60 });
      expect(await auditInvariants(db)).toEqual([]);
      expect(await storyOfMember(db, now)).toMatchObject({
        bookings: expect.arrayContaining(['coming waiting', 'past active']),
      });
      await close();
    },
    120_000,
  );

  test('is the same for everybody on the same day', async () => {
    const shapes = await Promise.all(
      [1, 2].map(async () => {
        const { databaseUrl, db, close } = await openClone();
        await seedDemo({ databaseUrl, password, now: at('2026-07-15T15:00:00+02:00'), members: 60 });
        const shape = await rows(
          db,
          sql`select u.email, s.starts_at, c.name, b.state, b.canceled_reason, b.booked_at, b.promoted_at, b.canceled_at,
                b.checked_in_at, t.name as ticket, t.entries_left
              from bookings b join users u on u.id = b.user_id join sessions s on s.id = b.session_id
              join class_types c on c.id = s.class_type_id join tickets t on t.id = b.ticket_id
              order by 1, 2, 6`,
        );
        await close();
        return JSON.stringify(shape);
      }),
    );
    expect(shapes[0]).toBe(shapes[1]);
    expect(shapes[0]?.length).toBeGreaterThan(10_000);
  }, 120_000);
});

async function storyOfMember(db: Database, now: Temporal.Instant) {
  const ticket = await one<{ name: string; entriesLeft: number }>(
    db,
    sql`select t.name, t.entries_left from tickets t join users u on u.id = t.user_id where u.email = 'member@openmat.local'`,
  );
  const bookings = await rows<{ story: string }>(
    db,
    sql`select concat_ws(' ', case when starts_at > ${now} then 'coming' else 'past' end, state, canceled_reason) as story
        from bookings b join users u on u.id = b.user_id where u.email = 'member@openmat.local' order by story`,
  );
  return { ticket, bookings: bookings.map(({ story }) => story) };
}
