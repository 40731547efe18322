import type { Logger } from 'pino';
import type Stripe from 'stripe';
import { type BookingEngine, createTicketSeats, startBookingEngine } from '#modules/booking/index.ts';
import { createIdentityParts, type IdentityParts } from '#modules/identity/index.ts';
import { type PublicAnswer, type PublicAnswers, ScheduleCache } from '#modules/schedule/index.ts';
import { createTicketService, type TicketSeats, type TicketService } from '#modules/ticket/index.ts';
import type { Config } from './config.ts';
import { jobDefinitions } from './jobs.ts';
import { type Database, openDatabase } from './platform/db/database.ts';
import { CATALOGUE_CHANNEL } from './platform/events/catalogue-events.ts';
import { Listener } from './platform/events/listener.ts';
import { SESSION_CHANNEL } from './platform/events/session-events.ts';
import { type JobQueue, openJobQueue } from './platform/jobs/job-queue.ts';
import { createMailer, type Mailer } from './platform/mail/mailer.ts';
import { createStripe } from './platform/stripe/stripe-client.ts';

/** Everything a process opened: connections and the parts built on them. */
export interface Services extends IdentityParts {
  config: Config;
  log: Logger;
  db: Database;
  jobs: JobQueue;
  listener: Listener;
  /** What everybody reads of the schedule, until a notification says that it changed. */
  publicAnswers: PublicAnswers;
  /** Every change of seats goes through it. */
  engine: BookingEngine;
  /** What changes of tickets do to seats, in their own transaction. */
  seats: TicketSeats;
  tickets: TicketService;
  stripe: Stripe;
  mailer: Mailer;
  /** Ends everything in the reverse order of opening; safe to call once all requests and jobs are done. */
  close(): Promise<void>;
}

/**
 * Opens the database, the job queue and the parts that hold connections.
 *
 * @throws when the database cannot be reached
 */
export async function openServices(config: Config, log: Logger, role: 'api' | 'worker'): Promise<Services> {
  const { databaseUrl, databasePoolSize } = config;
  const { db, pool } = openDatabase({
    url: databaseUrl,
    size: databasePoolSize,
    log,
    applicationName: `openmat-${role}`,
  });
  const jobs = await openJobQueue({ databaseUrl, role, definitions: jobDefinitions, log });
  const listener = new Listener(databaseUrl, [SESSION_CHANNEL, CATALOGUE_CHANNEL], log);
  await listener.start();
  const engine = await startBookingEngine({ databaseUrl, lanes: config.bookingLanes, jobs, log });
  const seats = createTicketSeats(jobs);
  const mailer = createMailer(config);
  return {
    config,
    log,
    db,
    jobs,
    listener,
    publicAnswers: new ScheduleCache<PublicAnswer>().follow(listener),
    ...createIdentityParts(config, pool),
    engine,
    seats,
    tickets: createTicketService({ seats }),
    stripe: createStripe(config),
    mailer,
    close: async () => {
      await engine.close();
      await listener.close();
      await jobs.stop();
      await mailer.close();
      await db.destroy();
    },
  };
}
