import type { Database } from '#platform/db/database.ts';
import type { Listener } from '#platform/events/listener.ts';
import type { PublicAnswers } from './public-answer.ts';

/** What the schedule's routes need of the process. */
export interface ScheduleDeps {
  db: Database;
  listener: Listener;
  publicAnswers: PublicAnswers;
}
