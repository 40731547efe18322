import type pg from 'pg';
import type { Baseline } from './baseline/baseline.ts';
import { memberId } from './environment/ids.ts';
import type { Environment } from './environment/open-environment.ts';

/** Each finds rows that break an invariant of DOMAIN; `what` says how. */
const INVARIANTS: readonly { what: string; sql: string }[] = [
  {
    what: 'sessions whose counters are not their bookings',
    sql: `select from sessions s left join (
            select session_id, count(*) filter (where state = 'active') active, count(*) filter (where state = 'waiting') waiting
            from bookings group by session_id
          ) b on b.session_id = s.id
          where (s.active_count, s.waiting_count) is distinct from (coalesce(b.active, 0), coalesce(b.waiting, 0))`,
  },
  {
    what: 'sessions with more active bookings than places',
    sql: `select from sessions s
          where (select count(*) from bookings where session_id = s.id and state = 'active') > s.capacity`,
  },
  {
    what: 'members with two bookings of one session',
    sql: `select from bookings where state <> 'canceled' group by session_id, user_id having count(*) > 1`,
  },
  {
    what: 'tickets whose entries are not the sum of their ledger',
    sql: `select from tickets t join (select ticket_id, sum(entries) entries from ticket_ledger group by ticket_id) l
            on l.ticket_id = t.id where l.entries <> t.entries_left`,
  },
  {
    what: 'active bookings without exactly one spent entry',
    sql: `select from bookings b join tickets t on t.id = b.ticket_id and not t.unlimited left join ticket_ledger l on l.booking_id = b.id and l.kind = 'spend'
          where b.state = 'active' group by b.id having count(l.id) <> 1`,
  },
  {
    what: 'waiting lists whose numbers are not 1, 2, 3 …',
    sql: `select from bookings b join sessions s on s.id = b.session_id where b.state = 'waiting' group by s.id
          having min(queue_number) <> 1 or max(queue_number) <> count(*) or s.next_queue_number <> count(*) + 1`,
  },
];

/** A pgbench client may meet a member of an earlier turn again; then its call books nothing. */
const BASELINE_TOLERANCE = 0.01;

export interface Expectation {
  environment: Environment;
  baseline: Baseline;
  /** Bookings that the API confirmed. */
  confirmed: number;
}

/** Checks on the database itself that everything is right after the load; says what is not. */
export async function verify({ environment, baseline, confirmed }: Expectation): Promise<string[]> {
  const { client, size } = environment;
  const faults: string[] = [];
  for (const { what, sql } of INVARIANTS) {
    const { rowCount } = await client.query(sql);
    if (rowCount) faults.push(`${rowCount} ${what}`);
  }
  const firstOfBaseline = memberId(size.members + 1);
  const made = await count(client, 'bookings where user_id < $1', firstOfBaseline);
  if (made !== confirmed) faults.push(`${confirmed} bookings were confirmed, the database holds ${made}`);
  const byHand = {
    product: await count(client, 'bookings where user_id >= $1', firstOfBaseline),
    minimal: await count(client, 'bench.bookings where user_id >= $1', firstOfBaseline),
  };
  for (const tables of ['product', 'minimal'] as const) {
    const claimed = baseline.made[tables];
    if (Math.abs(byHand[tables] - claimed) <= claimed * BASELINE_TOLERANCE) continue;
    faults.push(`the baseline counted ${claimed} bookings on ${tables} tables, there are ${byHand[tables]}`);
  }
  return faults;
}

async function count(client: pg.Client, from: string, value: string): Promise<number> {
  const { rows } = await client.query(`select count(*)::int from ${from}`, [value]);
  return rows[0].count;
}
