import type { Database } from '#platform/db/database.ts';

/** Where events lead and whom they name as their organizer. */
export interface CalendarLook {
  /** Scheme, host and port of the web app. */
  webUrl: string;
  mailFrom: string;
}

/** What calendars need of the process. */
export interface CalendarDeps {
  db: Database;
  config: CalendarLook & { refreshTokenSecret: string };
}
