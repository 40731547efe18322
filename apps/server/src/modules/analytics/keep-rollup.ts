import { sql } from 'kysely';
import type { Database, Tx } from '#platform/db/database.ts';
import type { Rollups } from '#platform/db/db-types.generated.ts';
import { inTransaction } from '#platform/db/transaction.ts';

/** A table that is written down at night, so that a chart does not have to read years of bookings. */
export type RollupName = Rollups['name'];

/** What a rollup is to hold. */
export interface Settled {
  /** Everything before; the beginning of a day at the studio. */
  through: Temporal.Instant;
  timeZone: string;
}

/**
 * What is older is settled: no-shows are marked for a week. Should something older change after all, because a session was
 * canceled after it took place, the next run has it.
 */
const SETTLED_DAYS = 8;
const TIMEOUT = '5min';

/**
 * Has a table made what the books say up to eight days ago. `write` changes only what is different, so that readers are never
 * without an answer and nothing is left for vacuum.
 */
export async function keepRollup(
  db: Database,
  name: RollupName,
  now: Temporal.Instant,
  write: (tx: Tx, settled: Settled) => Promise<unknown>,
): Promise<void> {
  await inTransaction(db, async (tx) => {
    await sql`select set_config('statement_timeout', ${TIMEOUT}, true), set_config('work_mem', '64MB', true)`.execute(
      tx,
    );
    const { timeZone } = await tx.selectFrom('studio').select('timeZone').executeTakeFirstOrThrow();
    const through = now.toZonedDateTimeISO(timeZone).startOfDay().subtract({ days: SETTLED_DAYS }).toInstant();
    // First, because this row makes two runs follow one another: both would insert what is missing.
    await tx
      .insertInto('rollups')
      .values({ name, through, timeZone })
      .onConflict((row) => row.column('name').doUpdateSet({ through, timeZone }))
      .execute();
    await write(tx, { through, timeZone });
  });
}

/** Up to when a rollup is complete by the days of that zone; null when it has to be done without. */
export async function settledThrough(
  db: Database,
  name: RollupName,
  timeZone: string,
): Promise<Temporal.Instant | null> {
  const rollup = await db
    .selectFrom('rollups')
    .select('through')
    .where('name', '=', name)
    .where('timeZone', '=', timeZone)
    .executeTakeFirst();
  return rollup?.through ?? null;
}
