import type { Selectable } from 'kysely';
import type { Database } from '#platform/db/database.ts';
import type { DB } from '#platform/db/db-types.generated.ts';
import { inTransaction } from '#platform/db/transaction.ts';
import type { SkipReason } from './decide-delivery.ts';

export type MessageRow = Selectable<DB['messages']>;

/**
 * Counts an attempt before it is made, so that one which took the process down is counted too.
 *
 * @returns undefined when the message has been dealt with. One that was given up is taken again: only an admin who retries
 * its job does that.
 */
export function beginAttempt(db: Database, id: string): Promise<MessageRow | undefined> {
  return db
    .updateTable('messages')
    .set(({ eb }) => ({ attempts: eb('attempts', '+', 1) }))
    .where('id', '=', id)
    .where(({ or, eb }) => or([eb('status', '=', 'queued'), eb('statusReason', '=', 'gave_up')]))
    .returningAll()
    .executeTakeFirst();
}

export interface Sending {
  id: string;
  userId: string;
  to: string;
  subject: string;
}

/** The server took it: whatever was wrong with the address is right now. */
export function markSent(db: Database, { id, userId, to, subject }: Sending): Promise<void> {
  return inTransaction(db, async (tx) => {
    await tx
      .updateTable('messages')
      .set({ status: 'sent', sentAt: Temporal.Now.instant(), statusReason: null, sentTo: to, subject, lastError: null })
      .where('id', '=', id)
      .execute();
    await tx
      .updateTable('users')
      .set({ emailProblem: null, emailProblemAt: null })
      .where('id', '=', userId)
      .where('email', '=', to)
      .where('emailProblem', 'is not', null)
      .execute();
  });
}

/** The server refused it for good; the reason is kept at the member as long as that is their address. */
export function markRejected(db: Database, { id, userId, to, subject }: Sending, reason: string): Promise<void> {
  return inTransaction(db, async (tx) => {
    await tx
      .updateTable('messages')
      .set({ status: 'failed', statusReason: 'rejected', lastError: reason, sentTo: to, subject })
      .where('id', '=', id)
      .execute();
    await tx
      .updateTable('users')
      .set({ emailProblem: reason, emailProblemAt: Temporal.Now.instant() })
      .where('id', '=', userId)
      .where('email', '=', to)
      .execute();
  });
}

/** Nothing is sent; a member who was erased is not named by what was recorded since either. */
export async function markSkipped(db: Database, id: string, statusReason: SkipReason): Promise<void> {
  await db
    .updateTable('messages')
    .set({ status: 'skipped', statusReason, ...(statusReason === 'erased' && { address: null, data: '{}' }) })
    .where('id', '=', id)
    .execute();
}

/** An attempt failed; the last one ends the message. */
export async function markAttemptFailed(db: Database, id: string, lastError: string, wasLast: boolean): Promise<void> {
  await db
    .updateTable('messages')
    .set({ lastError, ...(wasLast && { status: 'failed', statusReason: 'gave_up' }) })
    .where('id', '=', id)
    .execute();
}
