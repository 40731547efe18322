import { inTransaction } from '#platform/db/transaction.ts';
import type { IdentityDeps } from './identity-deps.ts';
import { passwordResetJob } from './identity-jobs.ts';
import { parseEmail } from './profile-fields.ts';

/**
 * Takes the wish for a reset link. Whether the address has an account is looked up in the job, so known and unknown
 * addresses get the same answer after the same work.
 *
 * @throws AppError `validation_failed` when it is not an address
 */
export async function forgotPassword({ db, jobs }: Pick<IdentityDeps, 'db' | 'jobs'>, address: string): Promise<void> {
  const email = parseEmail(address);
  await inTransaction(db, (tx) => jobs.enqueue(tx, passwordResetJob, [{ email }]));
}
