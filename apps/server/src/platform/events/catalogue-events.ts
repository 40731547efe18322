import { sql } from 'kysely';
import type { Tx } from '../db/database.ts';

/** PostgreSQL channel on which a transaction tells every API process that the studio or its catalogue changed. */
export const CATALOGUE_CHANNEL = 'catalogue_changed';

/** Tells every API process that a row of `entity` changed, once `tx` commits. */
export async function notifyCatalogueChanged(tx: Tx, entity: string): Promise<void> {
  await sql`select pg_notify(${CATALOGUE_CHANNEL}, ${entity})`.execute(tx);
}
