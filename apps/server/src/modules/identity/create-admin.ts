import { recordAudit, systemActor } from '#modules/audit/index.ts';
import type { Database } from '#platform/db/database.ts';
import { inTransaction } from '#platform/db/transaction.ts';
import { AppError } from '#platform/http/app-error.ts';
import { findStudio, findUserByEmail, insertUser, type User } from './identity-store.ts';
import { createPasswordHasher } from './password-hasher.ts';
import { parseEmail, parseName } from './profile-fields.ts';
import { requireStrongPassword } from './require-strong-password.ts';

/**
 * Makes an admin account, for whoever runs the server. Its address counts as verified.
 *
 * @throws AppError `validation_failed` for a field, `email_taken`
 */
export async function createAdmin(
  db: Database,
  wanted: { email: string; password: string; name: string },
): Promise<User> {
  const { name: studioName, defaultLocale } = await findStudio(db);
  const email = parseEmail(wanted.email);
  if (await findUserByEmail(db, email)) throw new AppError('email_taken');
  const name = parseName(wanted.name);
  requireStrongPassword(wanted.password, { email, name, studioName });
  const passwordHash = await createPasswordHasher().hash(wanted.password);
  return inTransaction(db, async (tx) => {
    const user = await insertUser(tx, {
      email,
      name,
      passwordHash,
      role: 'admin',
      locale: defaultLocale,
      emailVerifiedAt: Temporal.Now.instant(),
    });
    await recordAudit(tx, {
      actor: systemActor,
      action: 'user.create',
      entity: 'user',
      entityId: user.id,
      after: { role: 'admin' },
    });
    return user;
  });
}
