import { type Selectable, sql } from 'kysely';
import type { Database, Tx } from '#platform/db/database.ts';
import type { DB } from '#platform/db/db-types.generated.ts';
import type { User } from './identity-store.ts';
import type { Origin } from './origin.ts';

/** One signed-in device. */
export type RefreshFamily = Selectable<DB['refreshFamilies']>;

export type RevokedReason = 'logout' | 'logout_all' | 'reuse' | 'password_changed' | 'blocked' | 'erased';

/** A device that is not used for this long has to sign in again; each use starts it anew. */
const slidingExpiry = () => sql<Temporal.Instant>`now() + interval '30 days'`;

const deviceOf = ({ userAgent, address }: Origin) => ({ userAgent, address });

export function insertFamily(tx: Tx, userId: string, origin: Origin): Promise<RefreshFamily> {
  return tx
    .insertInto('refreshFamilies')
    .values({ userId, ...deviceOf(origin), expiresAt: slidingExpiry() })
    .returningAll()
    .executeTakeFirstOrThrow();
}

/** The programs that a user's devices were used with, those that ended too, as far as they are still kept. */
export async function listUserAgents(tx: Tx, userId: string): Promise<(string | null)[]> {
  const rows = await tx
    .selectFrom('refreshFamilies')
    .select('userAgent')
    .distinct()
    .where('userId', '=', userId)
    .execute();
  return rows.map(({ userAgent }) => userAgent);
}

/** A family, its user, and the database's time, which all API processes share. */
export async function findFamily(
  db: Database,
  id: string,
): Promise<{ family: RefreshFamily; user: User; now: Temporal.Instant } | undefined> {
  const family = await db
    .selectFrom('refreshFamilies')
    .selectAll()
    .select(sql<Temporal.Instant>`now()`.as('now'))
    .where('id', '=', id)
    .executeTakeFirst();
  if (!family) return undefined;
  const user = await db.selectFrom('users').selectAll().where('id', '=', family.userId).executeTakeFirstOrThrow();
  return { family, user, now: family.now };
}

/**
 * Moves a family from `generation` to the next.
 *
 * @returns the new row, or undefined when another request rotated or ended it first
 */
export function rotateFamily(
  db: Database,
  { id, generation }: Pick<RefreshFamily, 'id' | 'generation'>,
  origin: Origin,
): Promise<RefreshFamily | undefined> {
  return db
    .updateTable('refreshFamilies')
    .set({
      generation: generation + 1,
      rotatedAt: sql<Temporal.Instant>`now()`,
      expiresAt: slidingExpiry(),
      ...deviceOf(origin),
    })
    .where('id', '=', id)
    .where('generation', '=', generation)
    .where('revokedAt', 'is', null)
    .returningAll()
    .executeTakeFirst();
}

/** Ends one device. False when it had ended before. */
export async function revokeFamily(tx: Tx, id: string, revokedReason: RevokedReason): Promise<boolean> {
  const result = await revocation(tx, revokedReason).where('id', '=', id).executeTakeFirst();
  return result.numUpdatedRows > 0n;
}

/** Ends one device of that user. False when there is none such, or it had ended before. */
export async function revokeFamilyOf(tx: Tx, userId: string, id: string): Promise<boolean> {
  const result = await revocation(tx, 'logout').where('id', '=', id).where('userId', '=', userId).executeTakeFirst();
  return result.numUpdatedRows > 0n;
}

/** Ends all devices of a user, except the one to be kept. */
export async function revokeFamiliesOf(
  tx: Tx,
  userId: string,
  reason: RevokedReason,
  keepFamilyId: string | null = null,
): Promise<void> {
  const all = revocation(tx, reason).where('userId', '=', userId);
  await (keepFamilyId === null ? all : all.where('id', '<>', keepFamilyId)).execute();
}

function revocation(tx: Tx, revokedReason: RevokedReason) {
  return tx
    .updateTable('refreshFamilies')
    .set({ revokedAt: sql<Temporal.Instant>`now()`, revokedReason })
    .where('revokedAt', 'is', null);
}

/** Devices of a user that are still signed in, newest sign-in first; after `beforeId` when it is not null. */
export function listFamilies(
  db: Database,
  userId: string,
  { limit, beforeId }: { limit: number; beforeId: string | null },
): Promise<RefreshFamily[]> {
  const newestFirst = db
    .selectFrom('refreshFamilies')
    .selectAll()
    .where('userId', '=', userId)
    .where('revokedAt', 'is', null)
    .where('expiresAt', '>', sql<Temporal.Instant>`now()`)
    .orderBy('id', 'desc')
    .limit(limit);
  return (beforeId === null ? newestFirst : newestFirst.where('id', '<', beforeId)).execute();
}

/** Removes every trace of a user's devices. */
export async function deleteFamilies(tx: Tx, userId: string): Promise<void> {
  await tx.deleteFrom('refreshFamilies').where('userId', '=', userId).execute();
}
