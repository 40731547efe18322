import { inTransaction } from '#platform/db/transaction.ts';
import type { NotificationDeps } from './notification-deps.ts';
import { type NewMessage, recordMessages } from './record-messages.ts';

/**
 * Records those of the messages that were not told before. For work by the clock, which finds the same ones due again and
 * again: nearly all of its runs end with one look at the causes.
 */
export async function recordUntold(
  { db, jobs }: Pick<NotificationDeps, 'db' | 'jobs'>,
  messages: readonly NewMessage[],
): Promise<void> {
  const causes = messages.map(({ cause }) => cause);
  const rows = await db
    .selectFrom('messages')
    .select('cause')
    .where(({ eb, fn, val }) => eb('cause', '=', fn.any(val(causes))))
    .execute();
  const told = new Set(rows.map(({ cause }) => cause));
  const untold = messages.filter(({ cause }) => !told.has(cause));
  if (untold.length > 0) await inTransaction(db, (tx) => recordMessages(tx, jobs, untold));
}
