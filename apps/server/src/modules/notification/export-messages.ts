import type { Database } from '#platform/db/database.ts';
import { findPreferences } from './preferences.ts';

/** What the member was told and wants to be told, for the export of their data. */
export async function exportMessages(db: Database, userId: string): Promise<Record<string, unknown>> {
  const messages = await db.selectFrom('messages').selectAll().where('userId', '=', userId).orderBy('id').execute();
  return { messages, notifications: await findPreferences(db, userId) };
}
