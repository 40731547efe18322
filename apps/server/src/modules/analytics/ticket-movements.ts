import { sql } from 'kysely';
import type { Database } from '#platform/db/database.ts';
import { later } from '#platform/instants.ts';
import type { Scope } from './analytics-query.ts';
import { settledThrough } from './keep-rollup.ts';
import { boundsOf } from './period.ts';
import { movedEntries } from './ticket-days.ts';

/** What became of tickets in some days. Entries are those of limited tickets. */
export interface TicketMovements {
  granted: number;
  spent: number;
  returned: number;
  /** By staff, up and down. */
  adjusted: number;
  revoked: number;
  /** Left on tickets whose validity ended. */
  expired: number;
  /** Unlimited tickets whose validity ended, and the places held with them over their whole time. */
  unlimitedEnded: number;
  unlimitedBookings: number;
}

/** Settled days come from `ticket_days`; what happened since is read from ledger, tickets and bookings. */
export async function sumTicketMovements(db: Database, { period, now }: Scope): Promise<TicketMovements> {
  const { since, until } = boundsOf(period);
  const through = await settledThrough(db, 'ticket_days', period.timeZone);
  const open = { since: through ? later(since, through) : since, until, now };
  const [settled, moved, ended, unlimitedBookings] = await Promise.all([
    through ? sumSettledDays(db, period) : null,
    sumLedger(db, open),
    sumEnded(db, open),
    countUnlimitedBookings(db, open),
  ]);
  const lately: TicketMovements = { ...moved, ...ended, unlimitedBookings };
  return settled ? addMovements(settled, lately) : lately;
}

function addMovements(a: TicketMovements, b: TicketMovements): TicketMovements {
  return {
    granted: a.granted + b.granted,
    spent: a.spent + b.spent,
    returned: a.returned + b.returned,
    adjusted: a.adjusted + b.adjusted,
    revoked: a.revoked + b.revoked,
    expired: a.expired + b.expired,
    unlimitedEnded: a.unlimitedEnded + b.unlimitedEnded,
    unlimitedBookings: a.unlimitedBookings + b.unlimitedBookings,
  };
}

async function sumSettledDays(db: Database, { start, end }: Scope['period']): Promise<TicketMovements> {
  const { rows } = await sql<TicketMovements>`
    select coalesce(sum(granted), 0) as granted, coalesce(sum(spent), 0) as spent, coalesce(sum(returned), 0) as returned,
      coalesce(sum(adjusted), 0) as adjusted, coalesce(sum(revoked), 0) as revoked, coalesce(sum(expired), 0) as expired,
      coalesce(sum(unlimited_ended), 0) as unlimited_ended, coalesce(sum(unlimited_bookings), 0) as unlimited_bookings
    from ticket_days where day >= ${start} and day < ${end}`.execute(db);
  return only(rows);
}

interface Open {
  since: Temporal.Instant;
  until: Temporal.Instant;
  now: Temporal.Instant;
}

async function sumLedger(db: Database, { since, until }: Open) {
  const { rows } = await sql<Pick<TicketMovements, 'granted' | 'spent' | 'returned' | 'adjusted' | 'revoked'>>`
    select ${movedEntries} from ticket_ledger where at >= ${since} and at < ${until}`.execute(db);
  return only(rows);
}

/** A frozen ticket does not expire, and a revoked one has lost its entries already. */
const endedIn = ({ since, until, now }: Open) =>
  sql`t.valid_until >= ${since} and t.valid_until < ${until} and t.valid_until <= ${now} and t.state = 'active'`;

async function sumEnded(db: Database, open: Open) {
  const { rows } = await sql<Pick<TicketMovements, 'expired' | 'unlimitedEnded'>>`
    select coalesce(sum(t.entries_left), 0) as expired, count(*) filter (where t.unlimited) as unlimited_ended
    from tickets t where ${endedIn(open)}`.execute(db);
  return only(rows);
}

async function countUnlimitedBookings(db: Database, open: Open): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*) from tickets t join bookings b on b.ticket_id = t.id and b.state <> 'canceled'
    where t.unlimited and ${endedIn(open)}`.execute(db);
  return only(rows).count;
}

/** The row of a query that sums everything up. */
function only<Row>([row]: readonly Row[]): Row {
  if (!row) throw new Error('an aggregate without group by has one row');
  return row;
}
