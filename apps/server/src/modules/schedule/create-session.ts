import { type AuditActor, recordAudit } from '#modules/audit/index.ts';
import type { Tx } from '#platform/db/database.ts';
import { notifySessionCounts } from '#platform/events/session-events.ts';
import { found, invalidField } from '#platform/http/app-error.ts';
import { type AdminSession, findSessionView } from './admin-session.ts';

export interface NewSession {
  classId: string;
  locationId: string;
  instructorId: string;
  startsAt: Temporal.Instant;
  endsAt: Temporal.Instant;
  capacity: number;
  bookingOpensDaysBefore?: number | null;
  bookingClosesMinutesBefore?: number | null;
  cancellationCutoffMinutes?: number | null;
}

/**
 * Puts a session on the schedule.
 *
 * @throws AppError `validation_failed` when it would start in the past or end before its start, or when its class,
 *   location or instructor is not in the catalogue
 */
export async function createSession(
  tx: Tx,
  actor: AuditActor,
  session: NewSession,
  now: Temporal.Instant,
): Promise<AdminSession> {
  const { classId: classTypeId, ...columns } = session;
  const { startsAt, endsAt, locationId, instructorId, capacity } = columns;
  if (Temporal.Instant.compare(startsAt, now) < 0) throw invalidField('startsAt', 'must not be in the past');
  if (Temporal.Instant.compare(startsAt, endsAt) >= 0) throw invalidField('endsAt', 'must be after startsAt');
  await shareActive(tx, 'classTypes', classTypeId, 'classId');
  await shareActive(tx, 'locations', locationId, 'locationId');
  await shareActive(tx, 'instructors', instructorId, 'instructorId');
  const { id } = await tx
    .insertInto('sessions')
    .values({ ...columns, classTypeId })
    .returning('id')
    .executeTakeFirstOrThrow();
  const after = { ...session, startsAt: startsAt.toString(), endsAt: endsAt.toString() };
  await recordAudit(tx, { actor, action: 'session.create', entity: 'session', entityId: id, after });
  await notifySessionCounts(tx, [{ sessionId: id, activeCount: 0, waitingCount: 0, capacity, state: 'scheduled' }]);
  return found(await findSessionView(tx, id), 'session');
}

/** Share-locks a row of the catalogue, so that it cannot be deleted while a session comes to need it. */
export async function shareActive(
  tx: Tx,
  table: 'classTypes' | 'locations' | 'instructors',
  id: string,
  field: string,
) {
  const row = await tx
    .selectFrom(table)
    .select('id')
    .where('id', '=', id)
    .where('deletedAt', 'is', null)
    .forShare()
    .executeTakeFirst();
  if (!row) throw invalidField(field, 'is not in the catalogue');
}
