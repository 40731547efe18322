import type { Database } from '#platform/db/database.ts';

/** What the module needs of the program around it. */
export interface AnalyticsDeps {
  db: Database;
}
