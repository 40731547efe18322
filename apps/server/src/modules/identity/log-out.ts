import { type AuditActor, recordAudit } from '#modules/audit/index.ts';
import { inTransaction } from '#platform/db/transaction.ts';
import { found } from '#platform/http/app-error.ts';
import type { IdentityDeps } from './identity-deps.ts';
import { judgeRefreshToken } from './judge-refresh-token.ts';
import type { Origin } from './origin.ts';
import { revokeFamiliesOf, revokeFamily, revokeFamilyOf } from './refresh-family-store.ts';

/** Ends the device that a refresh token belongs to. A token of no use ends nothing: who logs out is out in any case. */
export async function logOut(deps: IdentityDeps, token: string | undefined): Promise<void> {
  const presented = token === undefined ? null : deps.refreshTokens.verify(token);
  if (presented) await inTransaction(deps.db, (tx) => revokeFamily(tx, presented.familyId, 'logout'));
}

/**
 * Ends all devices of the user that a refresh token belongs to.
 *
 * @throws AppError like a refresh
 */
export async function logOutAll(deps: IdentityDeps, token: string, origin: Origin): Promise<void> {
  const { user } = await judgeRefreshToken(deps, token, origin);
  await inTransaction(deps.db, (tx) => revokeFamiliesOf(tx, user.id, 'logout_all'));
}

/**
 * Ends one device of somebody else, which is audited.
 *
 * @throws AppError `not_found` when it is not theirs or has ended
 */
export async function endDevice(
  { db }: Pick<IdentityDeps, 'db'>,
  actor: AuditActor,
  device: { userId: string; deviceId: string },
): Promise<void> {
  const { userId, deviceId } = device;
  await inTransaction(db, async (tx) => {
    found((await revokeFamilyOf(tx, userId, deviceId)) || undefined, 'device');
    const after = { deviceId };
    await recordAudit(tx, { actor, action: 'user.end_device', entity: 'user', entityId: userId, after });
  });
}

/**
 * Ends one device of a user.
 *
 * @throws AppError `not_found` when it is not theirs or has ended
 */
export async function logOutDevice(deps: IdentityDeps, userId: string, familyId: string): Promise<void> {
  const ended = await inTransaction(deps.db, (tx) => revokeFamilyOf(tx, userId, familyId));
  found(ended || undefined, 'device');
}
