import { recordAudit } from '#modules/audit/index.ts';
import type { Tx } from '#platform/db/database.ts';
import { inTransaction } from '#platform/db/transaction.ts';
import { AppError } from '#platform/http/app-error.ts';
import { confirmPassword } from './confirm-password.ts';
import type { IdentityDeps } from './identity-deps.ts';
import { findCaller, findStudio, holdUnchanged, keepAnAdmin, type User, updateUser } from './identity-store.ts';
import { deleteOneTimeTokens } from './one-time-token-store.ts';
import type { Origin } from './origin.ts';
import { deleteFamilies } from './refresh-family-store.ts';

/** What another module has to do before a member is erased, such as giving up their places. It may run more than once. */
export type MemberEraser = (userId: string) => Promise<void>;

/**
 * Erases the caller: nothing that names them remains. What the studio's books and statistics count (tickets, ledger,
 * bookings, payments) stays, and belongs to nobody in particular. The address may register again.
 *
 * @param erasers those of the other modules
 * @throws AppError `invalid_credentials`, `last_admin`, `rate_limited`, `busy`
 */
export async function eraseMember(
  deps: IdentityDeps,
  caller: { userId: string; password: string },
  origin: Origin,
  erasers: readonly MemberEraser[],
): Promise<void> {
  const user = await findCaller(deps.db, caller.userId);
  await confirmPassword(deps, user, { field: 'password', password: caller.password }, origin);
  // Asked before the other modules let go of anything, and again when it counts.
  await inTransaction(deps.db, (tx) => keepAnAdmin(tx, user.id));
  for (const erase of erasers) await erase(user.id);
  const { defaultLocale } = await findStudio(deps.db);
  await inTransaction(deps.db, async (tx) => {
    await keepAnAdmin(tx, user.id);
    await eraseAccount(tx, user, defaultLocale);
    await recordAudit(tx, {
      // Without the address: it would be the last trace of the person.
      actor: { id: user.id, role: user.role, requestId: origin.requestId, address: null },
      action: 'user.erase',
      entity: 'user',
      entityId: user.id,
    });
  });
}

async function eraseAccount(tx: Tx, user: User, locale: string): Promise<void> {
  await deleteOneTimeTokens(tx, user.id);
  if (!(await holdUnchanged(tx, user))) throw new AppError('invalid_credentials');
  await deleteFamilies(tx, user.id);
  await updateUser(tx, user.id, {
    email: `${user.id}@erased.invalid`,
    name: 'Former member',
    passwordHash: 'erased',
    role: 'member',
    locale,
    timeZone: null,
    emailVerifiedAt: null,
    emailProblem: null,
    emailProblemAt: null,
    checkInCode: null,
    deletedAt: Temporal.Now.instant(),
  });
}
