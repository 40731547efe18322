import { Type } from 'typebox';
import type { Tx } from '#platform/db/database.ts';
import { Id } from '#platform/http/schemas.ts';
import { defineJob } from '#platform/jobs/define-job.ts';
import type { JobQueue } from '#platform/jobs/job-queue.ts';
import type { MessageData } from './message-data.ts';
import type { MessageKind } from './message-kinds.ts';

/** Sends one message. Its attempts go on for about a day: a mail server that is down delays and loses nothing. */
export const sendMessageJob = defineJob({
  name: 'notification-send',
  summary: 'Sends one message to a member.',
  payload: Type.Object({ messageId: Id }),
  retryLimit: 40,
  retryDelaySeconds: 2,
  retryDelayMaxSeconds: 3_600,
  batchSize: 10,
});

/** Messages per statement, which takes at most 65,535 values. */
const AT_ONCE = 1_000;

/** Something that a member is to be told. */
export interface NewMessage {
  userId: string;
  kind: MessageKind;
  /** Names what happened: the same cause is never told twice. */
  cause: string;
  bookingId?: string | null;
  /** Ids and facts of the moment; never a secret. */
  data?: MessageData;
  /** Where it goes, when that is not the member's present address. */
  address?: string | null;
}

/** Records messages and their sending in the transaction of their cause; what was recorded before is left alone. */
export async function recordMessages(tx: Tx, jobs: JobQueue, messages: readonly NewMessage[]): Promise<void> {
  for (let at = 0; at < messages.length; at += AT_ONCE) {
    await recordAtOnce(tx, jobs, messages.slice(at, at + AT_ONCE));
  }
}

async function recordAtOnce(tx: Tx, jobs: JobQueue, messages: readonly NewMessage[]): Promise<void> {
  const recorded = await tx
    .insertInto('messages')
    .values(messages.map(({ data = {}, ...message }) => ({ ...message, data: JSON.stringify(data) })))
    .onConflict((conflict) => conflict.constraint('messages_one_per_cause').doNothing())
    .returning('id')
    .execute();
  await jobs.enqueue(
    tx,
    sendMessageJob,
    recorded.map(({ id }) => ({ messageId: id })),
  );
}
