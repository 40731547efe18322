import { sql } from 'kysely';
import { Type } from 'typebox';
import type { Database } from '#platform/db/database.ts';
import type { Scope } from './analytics-query.ts';
import { defineChart } from './chart.ts';
import { Count } from './chart-schemas.ts';
import { boundsOf } from './period.ts';

/** What became of the entries that were sold, and how much unlimited tickets are used. */
export const ticketUsage = defineChart({
  path: 'ticket-usage',
  operationId: 'getTicketUsage',
  summary: 'Entries granted, spent, returned and expired; bookings per unlimited ticket',
  description:
    'Entries of limited tickets as the ledger has them in the period. Expired: what was left on tickets whose validity ended in it. ' +
    'Unlimited tickets are those that ended in it, so that each had its whole time.',
  about: 'studio',
  answer: Type.Object({
    entries: Type.Object({
      granted: Count,
      spent: Count,
      returned: Count,
      adjusted: Type.Integer({ description: 'By staff, up and down' }),
      revoked: Count,
      expired: { ...Count, description: 'Unused' },
    }),
    unlimited: Type.Object({
      tickets: { ...Count, description: 'Whose validity ended in the period, and that were not revoked' },
      bookings: { ...Count, description: 'Places held with them, over their whole time' },
      bookingsPerTicket: Type.Union([Type.Number(), Type.Null()], { description: 'To two places; null of nothing' }),
    }),
  }),
  load: async (db, scope) => {
    const [moved, expired, unlimited] = await Promise.all([
      sumLedger(db, scope),
      sumExpired(db, scope),
      countUnlimited(db, scope),
    ]);
    const of = (kind: LedgerKind) => moved.find((row) => row.kind === kind)?.entries ?? 0;
    const { tickets, bookings } = unlimited;
    return {
      entries: {
        granted: of('grant'),
        spent: 0 - of('spend'),
        returned: of('return'),
        adjusted: of('adjust'),
        revoked: 0 - of('revoke'),
        expired,
      },
      unlimited: {
        tickets,
        bookings,
        bookingsPerTicket: tickets === 0 ? null : Math.round((bookings / tickets) * 100) / 100,
      },
    };
  },
  rows: ({ entries, unlimited }) => [
    ...Object.entries(entries).map(([measure, value]) => ({ measure: `entries_${measure}`, value })),
    { measure: 'unlimited_tickets', value: unlimited.tickets },
    { measure: 'unlimited_bookings', value: unlimited.bookings },
  ],
  columns: { measure: ({ measure }) => measure, value: ({ value }) => value },
});

type LedgerKind = 'grant' | 'spend' | 'return' | 'adjust' | 'revoke';

async function sumLedger(db: Database, { period }: Scope) {
  const { since, until } = boundsOf(period);
  const { rows } = await sql<{ kind: LedgerKind; entries: number }>`
    select kind, sum(entries) as entries from ticket_ledger where at >= ${since} and at < ${until} group by kind`.execute(
    db,
  );
  return rows;
}

/** A frozen ticket does not expire, and a revoked one has lost its entries already. */
async function sumExpired(db: Database, { period, now }: Scope): Promise<number> {
  const { since, until } = boundsOf(period);
  const { rows } = await sql<{ entries: number }>`
    select coalesce(sum(entries_left), 0) as entries from tickets
    where valid_until >= ${since} and valid_until < ${until} and valid_until <= ${now} and state = 'active'`.execute(
    db,
  );
  return rows[0]?.entries ?? 0;
}

/** Two questions, because only the outermost part of one may be worked on by several processes of PostgreSQL. */
async function countUnlimited(db: Database, { period, now }: Scope) {
  const { since, until } = boundsOf(period);
  const ended = sql`t.unlimited and t.valid_until >= ${since} and t.valid_until < ${until} and t.valid_until <= ${now} and t.state = 'active'`;
  const [tickets, bookings] = await Promise.all([
    sql<{ count: number }>`select count(*) from tickets t where ${ended}`.execute(db),
    sql<{ count: number }>`
      select count(*) from tickets t join bookings b on b.ticket_id = t.id and b.state <> 'canceled' where ${ended}`.execute(
      db,
    ),
  ]);
  return { tickets: tickets.rows[0]?.count ?? 0, bookings: bookings.rows[0]?.count ?? 0 };
}
