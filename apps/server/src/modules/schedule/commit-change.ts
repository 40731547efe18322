import type { Database, Tx } from '#platform/db/database.ts';
import { inTransaction } from '#platform/db/transaction.ts';
import { notifyCatalogueChanged } from '#platform/events/catalogue-events.ts';

/** Commits a change of the studio or its catalogue, of which every process hears. */
export function commitCatalogueChange<T>(db: Database, entity: string, work: (tx: Tx) => Promise<T>): Promise<T> {
  return inTransaction(db, async (tx) => {
    const result = await work(tx);
    await notifyCatalogueChanged(tx, entity);
    return result;
  });
}
