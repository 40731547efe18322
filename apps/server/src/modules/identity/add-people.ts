import { type AuditActor, type AuditEntry, auditRow } from '#modules/audit/index.ts';
import type { Tx } from '#platform/db/database.ts';
import { StalePremise } from '#platform/db/transaction.ts';
import { INVITATION_HOURS } from './create-person.ts';
import type { IdentityDeps } from './identity-deps.ts';
import { NO_PASSWORD } from './identity-store.ts';
import { issueOneTimeTokens } from './issue-one-time-token.ts';

interface PersonToAdd {
  id: string;
  email: string;
  name: string;
  locale: string;
}

interface AddingPeople {
  actor: AuditActor;
  /** Why there are so many, for the audit log. */
  reason: string;
  /** Mail them a link to choose a password. */
  invite: boolean;
}

/** Rows of one statement, below the 65,535 parameters that it may have. */
const CHUNK = 1_000;

/**
 * Makes many accounts without passwords, and queues invitations to choose one when they are wanted. Each has its audit
 * row, like an account that is made alone. The caller has made sure that no address is taken.
 *
 * @throws StalePremise when an address was taken meanwhile
 */
export async function addPeople(
  deps: Pick<IdentityDeps, 'oneTimeTokens' | 'jobs'>,
  tx: Tx,
  people: readonly PersonToAdd[],
  { actor, reason, invite }: AddingPeople,
): Promise<void> {
  for (let start = 0; start < people.length; start += CHUNK) {
    const chunk = people.slice(start, start + CHUNK);
    const { numInsertedOrUpdatedRows: added } = await tx
      .insertInto('users')
      .values(chunk.map((person) => ({ ...person, passwordHash: NO_PASSWORD, role: 'member' })))
      .onConflict((conflict) => conflict.column('email').doNothing())
      .executeTakeFirstOrThrow();
    if (added !== BigInt(chunk.length)) throw new StalePremise('an address was taken meanwhile');
    await tx
      .insertInto('auditLog')
      .values(chunk.map(({ id }) => auditRow(creation(id, actor, reason))))
      .execute();
    const ids = chunk.map(({ id }) => id);
    if (invite) await issueOneTimeTokens(deps, tx, ids, 'reset_password', INVITATION_HOURS);
  }
}

function creation(entityId: string, actor: AuditActor, reason: string): AuditEntry {
  return { actor, action: 'user.create', entity: 'user', entityId, after: { role: 'member' }, reason };
}
