import type { Database } from '#platform/db/database.ts';

/** Removes what names a member from their messages; that and when they were told remains. Safe to run again. */
export async function forgetMember(db: Database, userId: string): Promise<void> {
  await db.deleteFrom('notificationPreferences').where('userId', '=', userId).execute();
  await db
    .updateTable('messages')
    .set({ data: '{}', address: null, sentTo: null, subject: null, lastError: null })
    .where('userId', '=', userId)
    .execute();
}
