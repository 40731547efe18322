import { type Insertable, type Selectable, sql, type Updateable } from 'kysely';
import type { Database, Tx } from '#platform/db/database.ts';
import type { DB } from '#platform/db/db-types.generated.ts';
import { AppError } from '#platform/http/app-error.ts';
import { parseCheckInCode } from './check-in-code.ts';

/** An account, with everything that is stored about it. */
export type User = Selectable<DB['users']>;

/** Instead of the hash of a password, for an account that somebody else made: no password fits until its owner chooses one. */
export const NO_PASSWORD = 'none';

/** Tells two states of an account apart. */
export const userVersion = (user: Pick<User, 'updatedAt'>): string => user.updatedAt.toString();

export type UserChanges = Omit<Updateable<DB['users']>, 'id' | 'updatedAt'>;

/** @throws `email_taken`, through the constraint, when another account has that address */
export function insertUser(tx: Tx, values: Insertable<DB['users']>): Promise<User> {
  return tx.insertInto('users').values(values).returningAll().executeTakeFirstOrThrow();
}

/** The account with that address, unless it was erased. Case does not matter. */
export function findUserByEmail(db: Database, email: string): Promise<User | undefined> {
  return db
    .selectFrom('users')
    .selectAll()
    .where('email', '=', email)
    .where('deletedAt', 'is', null)
    .executeTakeFirst();
}

/** Whose code that is, as it was typed or scanned; an erased account has none. */
export async function findUserByCheckInCode(db: Database, text: string): Promise<User | undefined> {
  const code = parseCheckInCode(text);
  return code === null
    ? undefined
    : db.selectFrom('users').selectAll().where('checkInCode', '=', code).executeTakeFirst();
}

/** An account that was not erased. */
function findUserById(db: Database, id: string): Promise<User | undefined> {
  return db.selectFrom('users').selectAll().where('id', '=', id).where('deletedAt', 'is', null).executeTakeFirst();
}

/**
 * The caller's own account. Their access token may be minutes older than a block or an erasure.
 *
 * @throws AppError `unauthenticated` when it was erased, `account_blocked` when it is blocked
 */
export async function findCaller(db: Database, userId: string): Promise<User> {
  const user = await findUserById(db, userId);
  if (!user) throw new AppError('unauthenticated');
  if (user.blockedAt) throw new AppError('account_blocked');
  return user;
}

/** Locks an account against changes by others until the transaction ends; bookings, which only refer to it, go on. */
export function lockUser(tx: Tx, id: string): Promise<User | undefined> {
  return tx
    .selectFrom('users')
    .selectAll()
    .where('id', '=', id)
    .where('deletedAt', 'is', null)
    .forNoKeyUpdate()
    .executeTakeFirst();
}

/**
 * Holds an account as it is now: its password, block and erasure cannot change until the transaction ends.
 *
 * @returns false when it is no longer the account that was read (its password changed, it was blocked or erased)
 */
export async function holdUnchanged(tx: Tx, { id, passwordHash }: User): Promise<boolean> {
  const row = await tx
    .selectFrom('users')
    .select('id')
    .where('id', '=', id)
    .where('passwordHash', '=', passwordHash)
    .where('blockedAt', 'is', null)
    .where('deletedAt', 'is', null)
    .forNoKeyUpdate()
    .executeTakeFirst();
  return row !== undefined;
}

export function updateUser(tx: Tx, id: string, changes: UserChanges): Promise<User> {
  return tx
    .updateTable('users')
    .set({ ...changes, updatedAt: sql<Temporal.Instant>`now()` })
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirstOrThrow();
}

/**
 * Makes sure that an admin remains besides the given one. Locks all admins in id order, so that two of them who give up
 * the role at the same moment cannot both find the other still there.
 *
 * @throws AppError `last_admin`
 */
export async function keepAnAdmin(tx: Tx, leavingId: string): Promise<void> {
  const admins = await tx
    .selectFrom('users')
    .select('id')
    .where('role', '=', 'admin')
    .where('blockedAt', 'is', null)
    .where('deletedAt', 'is', null)
    .orderBy('id')
    .forNoKeyUpdate()
    .execute();
  if (admins.length === 1 && admins[0]?.id === leavingId) throw new AppError('last_admin');
}

/** What identity needs to know of the studio. */
export function findStudio(
  db: Database,
): Promise<Pick<Selectable<DB['studio']>, 'name' | 'locales' | 'defaultLocale'>> {
  return db.selectFrom('studio').select(['name', 'locales', 'defaultLocale']).executeTakeFirstOrThrow();
}
