import { randomUUIDv7 } from 'node:crypto';
import { type AuditActor, recordAudit } from '#modules/audit/index.ts';
import { inTransaction } from '#platform/db/transaction.ts';
import { found } from '#platform/http/app-error.ts';
import { answerOnce, type IdempotencyKey, type StoredAnswer } from '#platform/http/idempotency.ts';
import type { NotificationDeps } from './notification-deps.ts';
import { sendMessageJob } from './record-messages.ts';

/**
 * Queues a message once more, as one of its own: with its own Message-ID, so that a reader who has the first sees both.
 *
 * Whether it is still true is decided when it is sent, as always.
 *
 * @throws AppError `not_found`, `idempotency_key_reused`
 */
export async function resendMessage(
  { db, jobs }: Pick<NotificationDeps, 'db' | 'jobs'>,
  actor: AuditActor,
  messageId: string,
  key: IdempotencyKey | null,
): Promise<StoredAnswer<{ id: string }>> {
  const id = randomUUIDv7();
  return inTransaction(db, (tx) =>
    answerOnce(tx, key, async () => {
      const columns = ['userId', 'kind', 'bookingId', 'data', 'address'] as const;
      const original = found(
        await tx.selectFrom('messages').select(columns).where('id', '=', messageId).executeTakeFirst(),
        'message',
      );
      const { data, ...message } = original;
      await tx
        .insertInto('messages')
        .values({ ...message, id, data: JSON.stringify(data), cause: `resend:${id}`, resendOf: messageId })
        .execute();
      await jobs.enqueue(tx, sendMessageJob, [{ messageId: id }]);
      await recordAudit(tx, {
        actor,
        action: 'message.resend',
        entity: 'message',
        entityId: messageId,
        after: { resentAs: id },
      });
      return { status: 201, body: { id } };
    }),
  );
}
