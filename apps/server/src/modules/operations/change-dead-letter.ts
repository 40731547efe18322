import { type AuditActor, recordAudit } from '#modules/audit/index.ts';
import type { Tx } from '#platform/db/database.ts';
import { AppError } from '#platform/http/app-error.ts';
import { lockDeadLetter } from '#platform/jobs/job-admin.ts';
import { maskAddresses } from '#platform/jobs/mask-addresses.ts';
import type { OperationsDeps } from './operations-deps.ts';

type Jobs = OperationsDeps['jobs'];

/**
 * Puts a job that was given up back into its queue. It gets a new id and all its attempts once more.
 *
 * @throws AppError `not_found` when it was retried or deleted already, or when nobody does this kind of work any more
 */
export async function retryDeadLetter(tx: Tx, jobs: Jobs, id: string, actor: AuditActor): Promise<void> {
  const { queue } = await lockDeadLetter(tx, id);
  const known = jobs.definitions.some(({ name }) => name === queue);
  if (!known || !(await jobs.redrive(tx, id))) {
    throw new AppError('not_found', { detail: `Nobody works off ${queue} any more; the job can only be deleted` });
  }
  await recordAudit(tx, { actor, action: 'job.retry', entity: 'job', entityId: id, after: { queue } });
}

/**
 * Deletes a job that was given up.
 *
 * @throws AppError `not_found` when it was retried or deleted already
 */
export async function deleteDeadLetter(tx: Tx, jobs: Jobs, id: string, actor: AuditActor): Promise<void> {
  const { queue, error } = await lockDeadLetter(tx, id);
  await jobs.discard(tx, id);
  const before = { queue, error: maskAddresses(error) };
  await recordAudit(tx, { actor, action: 'job.delete', entity: 'job', entityId: id, before });
}
