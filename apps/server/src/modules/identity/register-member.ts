import { inTransaction } from '#platform/db/transaction.ts';
import type { IdentityDeps } from './identity-deps.ts';
import { findStudio, insertUser } from './identity-store.ts';
import { issueOneTimeToken } from './issue-one-time-token.ts';
import type { Origin } from './origin.ts';
import { parseEmail, parseName, supportedLocale } from './profile-fields.ts';
import { insertFamily } from './refresh-family-store.ts';
import { requireStrongPassword } from './require-strong-password.ts';
import { type SignIn, signIn } from './sign-in.ts';

export interface Registration {
  email: string;
  password: string;
  name: string;
  locale?: string;
}

/**
 * Makes an account, signs it in, and queues the mail that verifies the address.
 *
 * @throws AppError `validation_failed` for a field, `email_taken`, `busy`
 */
export async function registerMember(deps: IdentityDeps, wanted: Registration, origin: Origin): Promise<SignIn> {
  const studio = await findStudio(deps.db);
  const email = parseEmail(wanted.email);
  const name = parseName(wanted.name);
  const locale = supportedLocale(wanted.locale, studio);
  requireStrongPassword(wanted.password, { email, name, studioName: studio.name });
  const passwordHash = await deps.passwords.hash(wanted.password);
  const { user, family } = await inTransaction(deps.db, async (tx) => {
    const created = await insertUser(tx, { email, name, locale, passwordHash, role: 'member' });
    await issueOneTimeToken(deps, tx, created.id, 'verify_email');
    return { user: created, family: await insertFamily(tx, created.id, origin) };
  });
  return signIn(deps, user, family);
}
