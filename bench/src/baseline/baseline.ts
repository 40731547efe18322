import type { Environment } from '../environment/open-environment.ts';
import { type PgLoadResult, runPgLoad } from '../load/pg-load.ts';
import { type Style, sqlOfBooking, type Tables } from './baseline-schema.ts';
import { findPgbench, runWithPgbench } from './pgbench.ts';
import type { SqlLoad } from './sql-load.ts';

export interface BaselineLoad extends Pick<SqlLoad, 'sessions' | 'clients' | 'seconds'> {
  tables: Tables;
  style: Style;
}

/** What PostgreSQL does without Openmat, for comparison. */
export interface Baseline {
  /** What generates the load, for the report. */
  tool: string;
  /** Bookings made so far, by tables. */
  made: Record<Tables, number>;
  /** @returns bookings per second */
  book(load: BaselineLoad): Promise<number>;
  /** The same from Node in any case, with a pause after each booking. */
  bookFromNode(load: BaselineLoad, pauseMs: number): Promise<PgLoadResult>;
  /** @returns how many times per second a query can be answered */
  query(sql: string, clients: number, seconds: number): Promise<number>;
}

const NOBODY = { sessions: [1, 1], members: { first: 1, count: 1, offset: 0 } } as const;

/** With pgbench where there is one, because it costs the least; otherwise `pg` in a child process. */
export async function openBaseline({ databaseUrl, size }: Environment): Promise<Baseline> {
  const pgbench = await findPgbench();
  const run = pgbench ? runWithPgbench : runPgLoad;
  const made = { product: 0, minimal: 0 };
  const members = { first: size.members + 1, count: size.baselineMembers, offset: 0 };
  const book = async <R extends { turns: number }>(
    { tables, style, ...load }: BaselineLoad,
    how: (load: SqlLoad) => Promise<R>,
  ) => {
    const result = await how({
      ...load,
      databaseUrl,
      statements: sqlOfBooking(tables, style),
      members: { ...members },
    });
    made[tables] += result.turns;
    // Clients do not advance evenly, so some beyond the number of bookings have had their turn.
    members.offset += Math.ceil(result.turns * 1.25);
    return result;
  };
  return {
    tool: pgbench ?? 'pg in a child process (this machine has no pgbench)',
    made,
    book: async (load) => (await book(load, run)).perSecond,
    bookFromNode: (load, pauseMs) => book(load, (plan) => runPgLoad({ ...plan, pauseMs })),
    query: async (sql, clients, seconds) =>
      (await run({ ...NOBODY, databaseUrl, statements: [sql], clients, seconds })).perSecond,
  };
}
