import type { Database } from '#platform/db/database.ts';
import type { Listener } from '#platform/events/listener.ts';
import type { PublicAnswers } from './public-answer.ts';

/** What the schedule's routes need of the process. */
export interface ScheduleDeps {
  db: Database;
  listener: Listener;
  /** Invalidate it after a commit that changes what everybody sees, so that the caller's next read shows it. */
  publicAnswers: PublicAnswers;
}
