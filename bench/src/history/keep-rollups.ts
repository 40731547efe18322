import { keepSessionWaits } from '../../../apps/server/src/modules/analytics/session-waits.ts';
import { keepTicketDays } from '../../../apps/server/src/modules/analytics/ticket-days.ts';
import { keepVisitMonths } from '../../../apps/server/src/modules/analytics/visit-months.ts';
import { openDatabase } from '../../../apps/server/src/platform/db/database.ts';

/** What the worker does every night; milliseconds. */
export async function keepRollups(databaseUrl: string): Promise<number> {
  const { db } = openDatabase({ url: databaseUrl, size: 1, log: console });
  const start = performance.now();
  await keepVisitMonths(db, Temporal.Now.instant());
  await keepSessionWaits(db, Temporal.Now.instant());
  await keepTicketDays(db, Temporal.Now.instant());
  await db.destroy();
  return performance.now() - start;
}
