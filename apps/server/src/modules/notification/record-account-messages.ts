import { type AccountEvent, oneTimeLinkOf } from '#modules/identity/index.ts';
import { inTransaction } from '#platform/db/transaction.ts';
import type { NotificationDeps } from './notification-deps.ts';
import { recordMessages } from './record-messages.ts';

/** Tells a member the link of a token, unless it is good no more. The link itself is made when the mail is. */
export async function recordLinkMessage(
  deps: Pick<NotificationDeps, 'db' | 'jobs' | 'oneTimeTokens' | 'config'>,
  tokenId: string,
): Promise<void> {
  const link = await oneTimeLinkOf(deps, tokenId);
  if (!link) return;
  const { userId, purpose, invites } = link;
  const kind = invites ? 'invitation' : purpose;
  await inTransaction(deps.db, (tx) =>
    recordMessages(tx, deps.jobs, [{ userId, kind, cause: `${kind}:${tokenId}`, data: { tokenId } }]),
  );
}

/** Tells a member what happened to their account, at the address that it had then. */
export async function recordAccountMessage(
  { db, jobs }: Pick<NotificationDeps, 'db' | 'jobs'>,
  { id, event: kind, userId, email: address, data }: AccountEvent,
): Promise<void> {
  await inTransaction(db, (tx) =>
    recordMessages(tx, jobs, [{ userId, kind, cause: `${kind}:${id}`, address, data: { ...data } }]),
  );
}
