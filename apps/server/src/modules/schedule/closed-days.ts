import { sql } from 'kysely';
import { type Static, Type } from 'typebox';
import { type AuditActor, recordAudit } from '#modules/audit/index.ts';
import type { Tx } from '#platform/db/database.ts';
import { AppError, found } from '#platform/http/app-error.ts';
import { Id, Nullable } from '#platform/http/schemas.ts';
import type { JobQueue } from '#platform/jobs/job-queue.ts';
import { type ClosedDayRow, findClosedDay } from './closed-days-read-model.ts';
import { shareActive } from './create-session.ts';
import { Day } from './series.ts';
import { generateSessionsJob } from './series-jobs.ts';

export const closedDayFields = {
  day: Day,
  locationId: Nullable({ ...Id, description: 'null: every location' }),
  reason: Type.String({ maxLength: 200 }),
};

export const ClosedDay = Type.Object(
  {
    id: Id,
    day: Day,
    location: Nullable(Type.Object({ id: Id, name: Type.String() })),
    reason: closedDayFields.reason,
  },
  { $id: 'ClosedDay' },
);
export type ClosedDay = Static<typeof ClosedDay>;

export interface NewClosedDay {
  day: string;
  locationId?: string | null;
  reason?: string;
}

export function closedDayView({ id, day, locationId, locationName, reason }: ClosedDayRow): ClosedDay {
  const location = locationId && locationName !== null ? { id: locationId, name: locationName } : null;
  return { id, day: day.toString(), location, reason };
}

/**
 * Closes a day: no series gets a new session there. Sessions that exist stay, so that nobody is dropped silently; the answer
 * counts them.
 *
 * @throws AppError `already_closed` when the day is closed there; `validation_failed` for an unknown location
 */
export async function createClosedDay(
  tx: Tx,
  actor: AuditActor,
  { day, locationId = null, reason = '' }: NewClosedDay,
): Promise<ClosedDay & { scheduledSessions: number }> {
  if (locationId) await shareActive(tx, 'locations', locationId, 'locationId');
  const values = { day: Temporal.PlainDate.from(day), locationId, reason };
  const row = await tx
    .insertInto('closedDays')
    .values(values)
    .onConflict((conflict) => conflict.constraint('closed_days_once').doNothing())
    .returning('id')
    .executeTakeFirst();
  if (!row) throw new AppError('already_closed');
  const after = { day, locationId, reason };
  await recordAudit(tx, { actor, action: 'closed_day.create', entity: 'closed_day', entityId: row.id, after });
  const view = closedDayView(found(await findClosedDay(tx, row.id), 'closed day'));
  return { ...view, scheduledSessions: await countSessions(tx, values.day, locationId) };
}

/** Opens a closed day again; series get their sessions of that day. */
export async function deleteClosedDay(tx: Tx, jobs: JobQueue, actor: AuditActor, id: string): Promise<void> {
  const row = await tx.deleteFrom('closedDays').where('id', '=', id).returningAll().executeTakeFirst();
  const { day, locationId, reason } = found(row, 'closed day');
  const before = { day: day.toString(), locationId, reason };
  await recordAudit(tx, { actor, action: 'closed_day.delete', entity: 'closed_day', entityId: id, before });
  let passed = tx.updateTable('series').set({ generatedUntil: null }).where('generatedUntil', '>=', day);
  if (locationId) passed = passed.where('locationId', '=', locationId);
  await passed.execute();
  await jobs.enqueue(tx, generateSessionsJob, [{}]);
}

async function countSessions(tx: Tx, day: Temporal.PlainDate, locationId: string | null): Promise<number> {
  let sessions = tx
    .selectFrom('sessions as s')
    .innerJoin('locations as l', 'l.id', 's.locationId')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where(sql<boolean>`(s.starts_at at time zone l.time_zone)::date = ${day}::date`)
    // The index of starts; no zone is more than 14 hours from UTC.
    .where('s.startsAt', '>=', day.subtract({ days: 1 }).toZonedDateTime('UTC').toInstant())
    .where('s.startsAt', '<', day.add({ days: 2 }).toZonedDateTime('UTC').toInstant())
    .where('s.state', '=', 'scheduled')
    .where('s.deletedAt', 'is', null);
  if (locationId) sessions = sessions.where('s.locationId', '=', locationId);
  return (await sessions.executeTakeFirstOrThrow()).count;
}
