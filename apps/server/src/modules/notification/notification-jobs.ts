import { bookingEventsJob } from '#modules/booking/index.ts';
import type { Database } from '#platform/db/database.ts';
import { handleJob, type JobDefinition, type RegisteredJob } from '#platform/jobs/define-job.ts';
import { recordBookingMessages } from './record-booking-messages.ts';
import { sendMessageJob } from './record-messages.ts';

export const notificationJobDefinitions: readonly JobDefinition[] = [sendMessageJob];

/** Hears what other modules have to tell members; nobody calls this module. */
export function notificationJobs({ db }: { db: Database }): RegisteredJob[] {
  return [handleJob(bookingEventsJob, (payload) => recordBookingMessages(db, payload))];
}
