import { type AuditActor, recordAudit } from '#modules/audit/index.ts';
import type { Tx } from '#platform/db/database.ts';
import { found, invalidField } from '#platform/http/app-error.ts';
import { shareActive } from './create-session.ts';
import { generateSessions } from './generate-sessions.ts';
import { findTimeZone, refuseTimes } from './refuse-times.ts';
import { type CreateSeries, type Series, seriesTimes, seriesView } from './series.ts';
import { findSeries, lockSeries } from './series-read-model.ts';

/**
 * Starts a series and makes its first sessions.
 *
 * @throws AppError `validation_failed` when its rule, days, class, location or instructor cannot be
 */
export async function createSeries(
  tx: Tx,
  actor: AuditActor,
  fields: CreateSeries,
  now: Temporal.Instant,
): Promise<Series> {
  const { classId: classTypeId, locationId, instructorId, capacity } = fields;
  await shareActive(tx, 'classTypes', classTypeId, 'classId');
  await shareActive(tx, 'locations', locationId, 'locationId');
  await shareActive(tx, 'instructors', instructorId, 'instructorId');
  const times = seriesTimes(fields);
  refuseTimes(times);
  const timeZone = await findTimeZone(tx, locationId);
  if (Temporal.PlainDate.compare(times.startsOn, now.toZonedDateTimeISO(timeZone).toPlainDate()) < 0) {
    throw invalidField('startsOn', 'must not be in the past');
  }
  const { id } = await tx
    .insertInto('series')
    .values({ ...times, classTypeId, locationId, instructorId, capacity })
    .returning('id')
    .executeTakeFirstOrThrow();
  await recordAudit(tx, { actor, action: 'series.create', entity: 'series', entityId: id, after: { ...fields } });
  await generateSessions(tx, found(await lockSeries(tx, id), 'series'), now);
  return seriesView(found(await findSeries(tx, id), 'series'));
}
