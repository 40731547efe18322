import { sql } from 'kysely';
import { Type } from 'typebox';
import type { Database } from '#platform/db/database.ts';
import { defineJob, handleJob, type RegisteredJob } from '#platform/jobs/define-job.ts';
import type { BookingEngine } from './booking-engine.ts';
import { bookingEventsJob } from './booking-events-job.ts';
import { markNoShows } from './no-show.ts';
import { markNoShowsJob } from './no-show-job.ts';

const EVERY_MINUTE = { cron: '* * * * *', timeZone: 'UTC' };

/** Ends the waiting lists of sessions that have started. */
export const closeListsJob = defineJob({
  name: 'booking-close-lists',
  summary: 'Ends the waiting lists of sessions that have started.',
  payload: Type.Object({}),
  retryLimit: 3,
  retryDelaySeconds: 5,
  schedule: EVERY_MINUTE,
});

/**
 * Looks once more at free seats beside a waiting list. Every change that could let a waiter move up promotes in its own transaction;
 * this is for what no transaction sees, such as a ticket that becomes valid because another booking was moved.
 */
export const sweepQueuesJob = defineJob({
  name: 'booking-sweep-queues',
  summary: 'Looks once more at free seats beside a waiting list.',
  payload: Type.Object({}),
  retryLimit: 3,
  retryDelaySeconds: 5,
  schedule: EVERY_MINUTE,
});

export const bookingJobDefinitions = [bookingEventsJob, closeListsJob, sweepQueuesJob, markNoShowsJob];

export interface BookingJobDeps {
  db: Database;
  engine: BookingEngine;
}

/** The module's own jobs; `booking-events` is handled by those who tell members. */
export function bookingJobs({ db, engine }: BookingJobDeps): RegisteredJob[] {
  return [
    handleJob(closeListsJob, async () => {
      const started = await waitedSessions(db, sql<boolean>`starts_at <= now()`);
      await Promise.all(started.map((sessionId) => engine.run({ kind: 'closeList', sessionId })));
    }),
    handleJob(sweepQueuesJob, async () => {
      const withSeats = await waitedSessions(db, sql<boolean>`starts_at > now() and active_count < capacity`);
      await Promise.all(withSeats.map((sessionId) => engine.run({ kind: 'promote', sessionId, cause: 'swept' })));
    }),
    handleJob(markNoShowsJob, async () => {
      await markNoShows(db, Temporal.Now.instant());
    }),
  ];
}

async function waitedSessions(db: Database, condition: ReturnType<typeof sql<boolean>>): Promise<string[]> {
  const rows = await db
    .selectFrom('sessions')
    .select('id')
    .where('state', '=', 'scheduled')
    .where('waitingCount', '>', 0)
    .where(condition)
    .execute();
  return rows.map((row) => row.id);
}
