import type { Tx } from '#platform/db/database.ts';
import { inTransaction } from '#platform/db/transaction.ts';
import { notifyCatalogueChanged } from '#platform/events/catalogue-events.ts';
import type { ScheduleDeps } from './schedule-deps.ts';

/** Commits a change of the studio or its catalogue; every process hears of it, this one before the caller is answered. */
export async function commitCatalogueChange<T>(
  { db, publicAnswers }: Pick<ScheduleDeps, 'db' | 'publicAnswers'>,
  entity: string,
  work: (tx: Tx) => Promise<T>,
): Promise<T> {
  const answer = await inTransaction(db, async (tx) => {
    const result = await work(tx);
    await notifyCatalogueChanged(tx, entity);
    return result;
  });
  publicAnswers.invalidate();
  return answer;
}
