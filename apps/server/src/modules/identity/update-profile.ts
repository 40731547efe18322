import type { Tx } from '#platform/db/database.ts';
import { inTransaction } from '#platform/db/transaction.ts';
import type { Actor } from '#platform/http/access.ts';
import { AppError } from '#platform/http/app-error.ts';
import { confirmPassword } from './confirm-password.ts';
import type { IdentityDeps } from './identity-deps.ts';
import { findCaller, findStudio, holdUnchanged, type User, type UserChanges, updateUser } from './identity-store.ts';
import { issueOneTimeToken } from './issue-one-time-token.ts';
import { retireOneTimeTokens } from './one-time-token-store.ts';
import type { Origin } from './origin.ts';
import { parseEmail, parseLocale, parseName } from './profile-fields.ts';
import { revokeFamiliesOf } from './refresh-family-store.ts';
import { requireStrongPassword } from './require-strong-password.ts';
import { tellAccountEvent } from './tell-account-event.ts';

/** What a member may change about themselves. Password and address need the present password. */
export interface ProfileChanges {
  name?: string;
  locale?: string;
  timeZone?: string | null;
  email?: string;
  password?: string;
  currentPassword?: string;
}

/**
 * Changes the caller's own account.
 *
 * A new password ends all other devices. A new address has to be verified anew, and the old one is told.
 *
 * @throws AppError `validation_failed`, `invalid_credentials`, `email_taken`, `rate_limited`, `busy`
 */
export async function updateProfile(
  deps: IdentityDeps,
  actor: Actor,
  wanted: ProfileChanges,
  origin: Origin,
): Promise<User> {
  const user = await findCaller(deps.db, actor.userId);
  const changes = await prepareChanges(deps, user, wanted, origin);
  return inTransaction(deps.db, async (tx) => {
    if (changes.email || changes.passwordHash) await holdCredentials(tx, user);
    const updated = await updateUser(tx, user.id, changes);
    if (changes.passwordHash) {
      await revokeFamiliesOf(tx, user.id, 'password_changed', actor.familyId);
      await tellAccountEvent(tx, deps.jobs, user, { event: 'password_changed' });
    }
    if (changes.email) {
      await issueOneTimeToken(deps, tx, user.id, 'verify_email');
      await tellAccountEvent(tx, deps.jobs, user, { event: 'email_changed' });
    }
    return updated;
  });
}

/** Everything slow or refusing, before the transaction. */
async function prepareChanges(
  deps: IdentityDeps,
  user: User,
  wanted: ProfileChanges,
  origin: Origin,
): Promise<UserChanges> {
  const studio = await findStudio(deps.db);
  const { password } = wanted;
  const profile = {
    name: optional(wanted.name, parseName),
    locale: optional(wanted.locale, (locale) => parseLocale(locale, studio)),
    timeZone: wanted.timeZone,
  };
  const email = optional(wanted.email, parseEmail) ?? user.email;
  const newEmail = email.toLowerCase() !== user.email.toLowerCase();
  if (!newEmail && password === undefined) return profile;

  if (password !== undefined) {
    const name = profile.name ?? user.name;
    requireStrongPassword(password, { email, name, studioName: studio.name });
  }
  await confirmPassword(deps, user, { field: 'currentPassword', password: wanted.currentPassword }, origin);
  return {
    ...profile,
    ...(newEmail && { email, emailVerifiedAt: null, emailProblem: null, emailProblemAt: null }),
    ...(password !== undefined && { passwordHash: await deps.passwords.hash(password) }),
  };
}

function optional<T, R>(value: T | undefined, parse: (value: T) => R): R | undefined {
  return value === undefined ? undefined : parse(value);
}

/**
 * What was mailed before this change must not work after it; and of two changes with the same password, one wins.
 * Tokens are locked before users, as everywhere, so that this and the use of a token cannot deadlock.
 */
async function holdCredentials(tx: Tx, user: User): Promise<void> {
  await retireOneTimeTokens(tx, user.id, ['verify_email', 'reset_password']);
  if (!(await holdUnchanged(tx, user))) throw new AppError('invalid_credentials');
}
