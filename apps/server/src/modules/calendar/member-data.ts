import type { Database } from '#platform/db/database.ts';
import { findFeed } from './feed-store.ts';

/** The member's private feed, for the export of their data. */
export async function exportCalendarFeed(db: Database, userId: string): Promise<Record<string, unknown>> {
  return { calendarFeed: (await findFeed(db, userId)) ?? null };
}
