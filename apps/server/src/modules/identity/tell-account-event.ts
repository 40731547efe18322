import { randomUUIDv7 } from 'node:crypto';
import type { Tx } from '#platform/db/database.ts';
import type { JobQueue } from '#platform/jobs/job-queue.ts';
import { type AccountEvent, accountEventsJob } from './identity-jobs.ts';
import type { User } from './identity-store.ts';

/**
 * Tells whoever listens what happened to an account, with the address that it had before.
 *
 * A welcome has its member's id instead of one of its own: who verifies a changed address is not new.
 */
export async function tellAccountEvent(
  tx: Tx,
  jobs: JobQueue,
  { id: userId, email }: Pick<User, 'id' | 'email'>,
  happened: Pick<AccountEvent, 'event' | 'data'>,
): Promise<void> {
  const id = happened.event === 'welcome' ? userId : randomUUIDv7();
  await jobs.enqueue(tx, accountEventsJob, [{ id, userId, email, ...happened }]);
}
