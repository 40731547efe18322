import { recordAudit, systemActor } from '#modules/audit/index.ts';
import { inTransaction } from '#platform/db/transaction.ts';
import { AppError } from '#platform/http/app-error.ts';
import { decideRefresh } from './decide-refresh.ts';
import type { IdentityDeps } from './identity-deps.ts';
import type { User } from './identity-store.ts';
import type { Origin } from './origin.ts';
import { findFamily, type RefreshFamily, revokeFamily } from './refresh-family-store.ts';
import { tellAccountEvent } from './tell-account-event.ts';

/** A refresh token that was accepted: whose it is, and whether it is the newest or its just replaced predecessor. */
export interface AcceptedToken {
  verdict: 'rotate' | 'repeat';
  family: RefreshFamily;
  user: User;
}

/**
 * Judges a refresh token. One that was replaced before ends its device for thief and owner alike: nobody can know which
 * of them is calling.
 *
 * @throws AppError `unauthenticated`, `account_blocked`, `refresh_reused`
 */
export async function judgeRefreshToken(deps: IdentityDeps, token: string, origin: Origin): Promise<AcceptedToken> {
  const presented = deps.refreshTokens.verify(token);
  const found = presented && (await findFamily(deps.db, presented.familyId));
  if (!found || found.user.deletedAt) throw new AppError('unauthenticated');
  const { family, user, now } = found;
  if (user.blockedAt) throw new AppError('account_blocked');
  const verdict = decideRefresh(family, presented.generation, now);
  switch (verdict) {
    case 'rotate':
    case 'repeat':
      return { verdict, family, user };
    case 'reuse':
      await endReusedFamily(deps, family, user, origin);
      throw new AppError('refresh_reused');
    case 'revoked':
      throw new AppError(family.revokedReason === 'reuse' ? 'refresh_reused' : 'unauthenticated');
    case 'expired':
      throw new AppError('unauthenticated');
  }
}

async function endReusedFamily(deps: IdentityDeps, { id }: RefreshFamily, user: User, origin: Origin): Promise<void> {
  const { address, requestId } = origin;
  await inTransaction(deps.db, async (tx) => {
    // Of several replays at once, one ends the device and reports it.
    if (!(await revokeFamily(tx, id, 'reuse'))) return;
    await recordAudit(tx, {
      actor: { ...systemActor, address, requestId },
      action: 'user.refresh_reused',
      entity: 'user',
      entityId: user.id,
      after: { familyId: id },
    });
    await tellAccountEvent(tx, deps.jobs, user, { event: 'refresh_reused' });
  });
}
