import { type Static, Type } from 'typebox';
import { type AuditActor, recordAudit } from '#modules/audit/index.ts';
import type { Tx } from '#platform/db/database.ts';
import { AppError, found, invalidField } from '#platform/http/app-error.ts';
import type { CsvColumns } from '#platform/http/csv.ts';
import { Id, Nullable } from '#platform/http/schemas.ts';
import type { JobQueue } from '#platform/jobs/job-queue.ts';
import { type ClosedDayRow, findClosedDaysByIds } from './closed-days-read-model.ts';
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
    scheduledSessions: Type.Integer({
      minimum: 0,
      description: 'Sessions of that day all the same; they stay until they are canceled',
    }),
  },
  { $id: 'ClosedDay' },
);
export type ClosedDay = Static<typeof ClosedDay>;

export const closedDayColumns: CsvColumns<ClosedDay> = {
  id: ({ id }) => id,
  day: ({ day }) => day,
  location_id: ({ location }) => location?.id,
  location: ({ location }) => location?.name,
  reason: ({ reason }) => reason,
  scheduled_sessions: ({ scheduledSessions }) => scheduledSessions,
};

export interface NewClosedDays {
  from: string;
  /** The last day, included. */
  to: string;
  locationId?: string | null;
  reason?: string;
}

/** A whole year of holidays; more is a slip of the pen. */
const MAX_DAYS = 366;

export function closedDayView({
  id,
  day,
  locationId,
  locationName,
  reason,
  scheduledSessions,
}: ClosedDayRow): ClosedDay {
  const location = locationId && locationName !== null ? { id: locationId, name: locationName } : null;
  return { id, day: day.toString(), location, reason, scheduledSessions };
}

/**
 * Closes days: no series gets a new session there. Sessions that exist stay, so that nobody is dropped silently; the answer counts
 * them. Days that are closed there already are left as they are.
 *
 * @throws AppError `already_closed` when all of them are; `validation_failed` for an unknown location, or days that make no sense
 */
export async function closeDays(tx: Tx, actor: AuditActor, wanted: NewClosedDays): Promise<ClosedDay[]> {
  const { locationId = null, reason = '' } = wanted;
  const days = daysOf(wanted);
  if (locationId) await shareActive(tx, 'locations', locationId, 'locationId');
  const rows = await tx
    .insertInto('closedDays')
    .values(days.map((day) => ({ day, locationId, reason })))
    .onConflict((conflict) => conflict.constraint('closed_days_once').doNothing())
    .returning(['id', 'day'])
    .execute();
  if (rows.length === 0) throw new AppError('already_closed');
  for (const { id, day } of rows) {
    const after = { day: day.toString(), locationId, reason };
    await recordAudit(tx, { actor, action: 'closed_day.create', entity: 'closed_day', entityId: id, after });
  }
  const closed = await findClosedDaysByIds(
    tx,
    rows.map(({ id }) => id),
  );
  return closed.map(closedDayView);
}

function daysOf({ from, to }: NewClosedDays): Temporal.PlainDate[] {
  const first = Temporal.PlainDate.from(from);
  const count = first.until(Temporal.PlainDate.from(to)).days + 1;
  if (count < 1) throw invalidField('to', 'must not be before from');
  if (count > MAX_DAYS) throw invalidField('to', `must be at most ${MAX_DAYS} days after from`);
  return Array.from({ length: count }, (_, days) => first.add({ days }));
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
