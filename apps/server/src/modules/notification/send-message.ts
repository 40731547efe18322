import { composeMail } from './compose-mail.ts';
import { decideDelivery } from './decide-delivery.ts';
import { loadFacts } from './load-facts.ts';
import { messageDataOf } from './message-data.ts';
import type { MessageKind } from './message-kinds.ts';
import {
  beginAttempt,
  type MessageRow,
  markAttemptFailed,
  markRejected,
  markSent,
  markSkipped,
  type Sending,
} from './message-store.ts';
import type { NotificationDeps } from './notification-deps.ts';
import { findPreferences } from './preferences.ts';
import { sendMessageJob } from './record-messages.ts';

/**
 * Sends one message, unless it is no longer true or not wanted; what was dealt with before is left alone.
 *
 * Between "the server took it" and our note of that the process may die; then the mail goes out twice with one Message-ID,
 * which readers show once.
 *
 * @throws when the mail server cannot be reached or says "not now", so that the job tries again
 */
export async function sendMessage(deps: NotificationDeps, id: string): Promise<void> {
  const message = await beginAttempt(deps.db, id);
  if (!message) return;
  try {
    await deliver(deps, message);
  } catch (error) {
    const wasLast = message.attempts > sendMessageJob.retryLimit;
    await markAttemptFailed(deps.db, id, error instanceof Error ? error.message : String(error), wasLast);
    throw error;
  }
}

async function deliver(deps: NotificationDeps, message: MessageRow): Promise<void> {
  const { db, mailer } = deps;
  const { id, userId } = message;
  const [kind, data, now] = [message.kind as MessageKind, messageDataOf(message), Temporal.Now.instant()];
  const recipient = await findRecipient(deps, userId);
  const loaded = await loadFacts(deps, message, data, now);
  const delivery = decideDelivery(
    kind,
    data,
    {
      ...loaded.standing,
      recipient: { erased: recipient.deletedAt !== null, addressFails: recipient.emailProblem !== null },
      preferences: await findPreferences(db, userId),
      resent: message.resendOf !== null,
    },
    now,
  );
  if (delivery.kind === 'skip') return markSkipped(db, id, delivery.reason);
  const to = message.address ?? recipient.email;
  const mail = await composeMail(deps, { id, kind, to, recipient, loaded, now });
  const sending: Sending = { id, userId, to, subject: mail.subject };
  const outcome = await mailer.send(mail);
  return outcome.kind === 'accepted' ? markSent(db, sending) : markRejected(db, sending, outcome.reason);
}

function findRecipient({ db }: Pick<NotificationDeps, 'db'>, userId: string) {
  return db
    .selectFrom('users')
    .select(['id', 'name', 'email', 'locale', 'deletedAt', 'emailProblem'])
    .where('id', '=', userId)
    .executeTakeFirstOrThrow();
}
