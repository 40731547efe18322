import { type AuditActor, changedFields, recordAudit } from '#modules/audit/index.ts';
import type { Tx } from '#platform/db/database.ts';
import { inTransaction } from '#platform/db/transaction.ts';
import type { Role } from '#platform/http/access.ts';
import { AppError, found } from '#platform/http/app-error.ts';
import type { IdentityDeps } from './identity-deps.ts';
import { keepAnAdmin, lockUser, type User, updateUser, userVersion } from './identity-store.ts';
import { revokeFamiliesOf } from './refresh-family-store.ts';

/** What an admin may change of somebody's account. */
export interface UserChange {
  role?: Role;
  blocked?: boolean;
  /** Kept in the audit log, and with a block also on the account. */
  reason?: string;
  /** Of the account that was looked at before deciding; any when absent. */
  version?: string;
}

/** Runs the end of a block; an unblocked member who waits beside a free seat moves up in the same transaction. */
export type Unblock = <T>(tx: Tx, userId: string, change: () => Promise<T>) => Promise<T>;

/**
 * Changes role or block of an account. A block ends all its sign-ins.
 *
 * @throws AppError `not_found`, `last_admin`, `version_conflict`
 */
export async function changeUser(
  { db, unblock }: Pick<IdentityDeps, 'db'> & { unblock: Unblock },
  actor: AuditActor,
  userId: string,
  change: UserChange,
): Promise<User> {
  return inTransaction(db, (tx) => {
    const apply = () => applyChange(tx, actor, userId, change);
    // Sessions are locked before anything else, so the queue is told before the user's row is held.
    return change.blocked === false ? unblock(tx, userId, apply) : apply();
  });
}

async function applyChange(tx: Tx, actor: AuditActor, userId: string, change: UserChange): Promise<User> {
  const leavesAdmins = change.blocked === true || (change.role !== undefined && change.role !== 'admin');
  if (leavesAdmins) await keepAnAdmin(tx, userId);
  const user = found(await lockUser(tx, userId), 'user');
  if (change.version !== undefined && change.version !== userVersion(user)) throw new AppError('version_conflict');
  const { role = user.role, blocked = user.blockedAt !== null, reason = null } = change;
  const changed = changedFields({ role: user.role, blocked: user.blockedAt !== null }, { role, blocked });
  if (!changed) return user;
  if (changed.after.blocked) await revokeFamiliesOf(tx, userId, 'blocked');
  await recordAudit(tx, { actor, action: 'user.change', entity: 'user', entityId: userId, ...changed, reason });
  return updateUser(tx, userId, { role, ...block(changed.after.blocked, reason) });
}

function block(
  blocked: boolean | undefined,
  reason: string | null,
): Partial<Pick<User, 'blockedAt' | 'blockedReason'>> {
  if (blocked === undefined) return {};
  return blocked
    ? { blockedAt: Temporal.Now.instant(), blockedReason: reason }
    : { blockedAt: null, blockedReason: null };
}
