import { jobDefinitions } from '../src/jobs.ts';
import { type BookingEngine, startBookingEngine } from '../src/modules/booking/index.ts';
import type { Decision } from '../src/modules/booking/seat-command.ts';
import { type Database, openDatabase } from '../src/platform/db/database.ts';
import { type JobQueue, openJobQueue } from '../src/platform/jobs/job-queue.ts';
import { createLogger } from '../src/platform/log.ts';
import { expectKnownAuditFields } from './known-audit-fields.ts';
import { cloneDatabase, type TestDatabase } from './test-database.ts';

const log = createLogger('silent');

/** A booking engine on a database of its own, without the API around it. */
export interface TestEngine extends Pick<TestDatabase, 'asOwner'> {
  databaseUrl: string;
  db: Database;
  jobs: JobQueue;
  engine: BookingEngine;
  /** Another engine on the same database, as another API process has one; ended with this one. */
  another(lanes?: number): Promise<BookingEngine>;
  book(userId: string, sessionId: string): Promise<Decision>;
  /** The member's open booking. */
  bookingOf(
    userId: string,
    sessionId: string,
  ): Promise<{ id: string; sessionId: string; userId: string; state: string }>;
  cancel(userId: string, sessionId: string, forfeit?: boolean): Promise<Decision>;
  /** Members in each state, in the order of booking. */
  places(sessionId: string): Promise<{ active: string[]; waiting: string[] }>;
  stop(): Promise<void>;
}

export async function startTestEngine({ lanes = 1 } = {}): Promise<TestEngine> {
  const database = await cloneDatabase();
  const databaseUrl = database.url;
  const { db } = openDatabase({ url: databaseUrl, size: 4, log });
  const jobs = await openJobQueue({ databaseUrl, role: 'api', definitions: jobDefinitions, log });
  const start = (count: number) => startBookingEngine({ databaseUrl, lanes: count, jobs, log });
  const engine = await start(lanes);
  const engines = [engine];

  const bookingOf: TestEngine['bookingOf'] = (userId, sessionId) =>
    db
      .selectFrom('bookings')
      .select(['id', 'sessionId', 'userId', 'state'])
      .where('userId', '=', userId)
      .where('sessionId', '=', sessionId)
      .where('state', '<>', 'canceled')
      .executeTakeFirstOrThrow();

  return {
    databaseUrl,
    asOwner: database.asOwner,
    db,
    jobs,
    engine,
    bookingOf,
    another: async (count = 1) => {
      const other = await start(count);
      engines.push(other);
      return other;
    },
    book: (userId, sessionId) => engine.run({ kind: 'book', userId, sessionId }),
    cancel: async (userId, sessionId, forfeit = false) => {
      const { id: bookingId } = await bookingOf(userId, sessionId);
      return engine.run({ kind: 'cancel', bookingId, sessionId, userId, forfeit });
    },
    places: async (sessionId) => {
      const rows = await db
        .selectFrom('bookings')
        .select(['userId', 'state'])
        .where('sessionId', '=', sessionId)
        .orderBy('queueNumber')
        .orderBy('id')
        .execute();
      const of = (state: string) => rows.filter((row) => row.state === state).map((row) => row.userId);
      return { active: of('active'), waiting: of('waiting') };
    },
    stop: async () => {
      await expectKnownAuditFields(db);
      await Promise.all(engines.map((running) => running.close()));
      await jobs.stop();
      await db.destroy();
      await database.drop();
    },
  };
}
