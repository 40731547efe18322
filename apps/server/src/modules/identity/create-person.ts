import { type AuditActor, recordAudit } from '#modules/audit/index.ts';
import type { Tx } from '#platform/db/database.ts';
import { inTransaction } from '#platform/db/transaction.ts';
import type { Role } from '#platform/http/access.ts';
import { AppError } from '#platform/http/app-error.ts';
import { answerOnce, type IdempotencyKey } from '#platform/http/idempotency.ts';
import type { IdentityDeps } from './identity-deps.ts';
import { findStudio, NO_PASSWORD, type User } from './identity-store.ts';
import { issueOneTimeToken } from './issue-one-time-token.ts';
import { parseEmail, parseName, supportedLocale } from './profile-fields.ts';

export interface NewPerson {
  email: string;
  name: string;
  locale?: string;
  role?: Role;
}

/** Long enough for a holiday. Whoever is later asks for a new link like one who forgot the password. */
export const INVITATION_HOURS = 7 * 24;

/**
 * Makes an account for somebody else, and queues the mail with which they choose a password.
 *
 * @param view what the caller, and a repetition with the same key, is told of it
 * @throws AppError `validation_failed` for a field; `email_taken` with the `userId` of whoever has the address
 */
export async function createPerson<View>(
  deps: Pick<IdentityDeps, 'db' | 'oneTimeTokens' | 'jobs'>,
  wanted: NewPerson,
  by: AuditActor,
  key: IdempotencyKey | null,
  view: (user: User) => View,
): Promise<View> {
  const locale = supportedLocale(wanted.locale, await findStudio(deps.db));
  const { role = 'member' } = wanted;
  const profile = { email: parseEmail(wanted.email), name: parseName(wanted.name), locale, role };
  const { body } = await inTransaction(deps.db, (tx) =>
    answerOnce(tx, key, async () => {
      const user = await insertPerson(tx, profile);
      await issueOneTimeToken(deps, tx, user.id, 'reset_password', INVITATION_HOURS);
      const after = { role: user.role };
      await recordAudit(tx, { actor: by, action: 'user.create', entity: 'user', entityId: user.id, after });
      return { status: 201, body: view(user) };
    }),
  );
  return body;
}

async function insertPerson(tx: Tx, profile: Required<NewPerson>): Promise<User> {
  const user = await tx
    .insertInto('users')
    .values({ ...profile, passwordHash: NO_PASSWORD })
    .onConflict((conflict) => conflict.column('email').doNothing())
    .returningAll()
    .executeTakeFirst();
  if (user) return user;
  const owner = await tx.selectFrom('users').select('id').where('email', '=', profile.email).executeTakeFirstOrThrow();
  throw new AppError('email_taken', { extra: { userId: owner.id } });
}
