import { findTimeZone, shareActive } from '#modules/schedule/index.ts';
import type { Database, Tx } from '#platform/db/database.ts';
import { inTransaction, rehearse } from '#platform/db/transaction.ts';
import type { JobQueue } from '#platform/jobs/job-queue.ts';
import { type Consequences, consequencesOf } from './consequences.ts';
import { type ConsequencesView, consequencesView } from './consequences-view.ts';
import type { Rooms } from './rooms.ts';
import { runSeatBatch } from './seat-batch.ts';
import type { ChangeSessionCommand, SessionPatch } from './seat-command.ts';
import { sendInTransaction } from './seat-sql.ts';
import { accepted } from './seat-use-cases.ts';

/** Who is to give a session, and where. */
export interface Assignment {
  instructorId?: string | undefined;
  locationId?: string | undefined;
}

/**
 * Changes a session that gets another instructor or location, or only says what that would mean. In a transaction of its own, not in
 * a batch of the engine: both are share-locked until its end, or they could be retired at that very moment.
 *
 * @returns the consequences of a dry run, otherwise null
 * @throws AppError `validation_failed` when they are not in the catalogue; the refusals of `decideChangeSession`
 */
export function assignSession(
  { db, jobs }: { db: Database; jobs: JobQueue },
  command: ChangeSessionCommand,
  assignment: Assignment,
  dryRun: boolean,
): Promise<ConsequencesView | null> {
  const run = dryRun ? rehearse : inTransaction;
  return run(db, async (tx) => {
    const patch = { ...command.patch, ...(await shareAssignment(tx, assignment)) };
    let consequences: Consequences | undefined;
    const onDecided = (rooms: Rooms) => {
      consequences = consequencesOf(rooms);
    };
    const decisions = await runSeatBatch(sendInTransaction(tx), [{ ...command, patch }], { jobs, onDecided });
    for (const decision of decisions) accepted(decision);
    return dryRun && consequences ? consequencesView(tx, consequences) : null;
  });
}

async function shareAssignment(
  tx: Tx,
  { instructorId, locationId }: Assignment,
): Promise<Pick<SessionPatch, 'instructorId' | 'location'>> {
  if (instructorId) await shareActive(tx, 'instructors', instructorId, 'instructorId');
  if (!locationId) return instructorId ? { instructorId } : {};
  await shareActive(tx, 'locations', locationId, 'locationId');
  const location = { id: locationId, timeZone: await findTimeZone(tx, locationId) };
  return { ...(instructorId && { instructorId }), location };
}
