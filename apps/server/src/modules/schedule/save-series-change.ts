import { sql } from 'kysely';
import { type AuditEntry, changedFields } from '#modules/audit/index.ts';
import type { Tx } from '#platform/db/database.ts';
import type { SeriesChange } from './change-series.ts';
import type { SeriesRow } from './series-read-model.ts';

/** The series that goes on, or ended, and what the audit log is to say; null when nothing changed. */
interface SavedSeries {
  id: string;
  audit: Pick<AuditEntry, 'action' | 'before' | 'after'> | null;
}

/** Writes a change of a series, and which sessions belong to it from now on. */
export async function saveSeriesChange(tx: Tx, change: SeriesChange): Promise<SavedSeries> {
  const { before, after } = change;
  await releaseEnded(tx, change);
  if (!after) return endSeries(tx, change);
  return after.startsOn.equals(before.startsOn) ? updateSeries(tx, before, after) : divideSeries(tx, change, after);
}

/** The days of sessions that ended with their rule are free again, should a later rule have them; other days stay taken for good. */
async function releaseEnded(tx: Tx, { plan }: SeriesChange): Promise<void> {
  const ids = plan.ended.map(({ id }) => id);
  if (ids.length === 0) return;
  await tx.updateTable('sessions').set({ seriesId: null, seriesOccurrence: null }).where('id', 'in', ids).execute();
}

async function updateSeries(tx: Tx, before: SeriesRow, after: SeriesRow): Promise<SavedSeries> {
  const changed = changedFields(columns(before), columns(after));
  if (!changed) return { id: before.id, audit: null };
  await tx
    .updateTable('series')
    .set({ ...changed.after, updatedAt: sql`now()` })
    .where('id', '=', before.id)
    .execute();
  return { id: before.id, audit: { action: 'series.change', ...changed } };
}

/** The series ends the day before, and a new one goes on with its sessions from there. */
async function divideSeries(tx: Tx, { before, from }: SeriesChange, after: SeriesRow): Promise<SavedSeries> {
  const endsOn = from.subtract({ days: 1 });
  await tx.updateTable('series').set({ endsOn, updatedAt: sql`now()` }).where('id', '=', before.id).execute();
  const { id } = await tx
    .insertInto('series')
    .values({ ...columns(after), classTypeId: after.classTypeId })
    .returning('id')
    .executeTakeFirstOrThrow();
  // Also what was canceled or deleted, or it would be made again.
  await tx
    .updateTable('sessions')
    .set({ seriesId: id })
    .where('seriesId', '=', before.id)
    .where('seriesOccurrence', '>=', from)
    .execute();
  const changed = changedFields(columns(before), columns(after));
  const audit: SavedSeries['audit'] = {
    action: 'series.divide',
    before: { ...changed?.before, endsOn: before.endsOn },
    after: { ...changed?.after, endsOn, followedBy: id },
  };
  return { id, audit };
}

async function endSeries(tx: Tx, { before, from, isOver }: SeriesChange): Promise<SavedSeries> {
  const last = from.subtract({ days: 1 });
  const endsOn = before.endsOn && Temporal.PlainDate.compare(before.endsOn, last) < 0 ? before.endsOn : last;
  await tx
    .updateTable('series')
    .set({ endsOn, updatedAt: sql`now()`, ...(isOver && { deletedAt: sql`now()` }) })
    .where('id', '=', before.id)
    .execute();
  const audit: SavedSeries['audit'] = { action: 'series.end', before: { endsOn: before.endsOn }, after: { endsOn } };
  return { id: before.id, audit };
}

function columns(row: SeriesRow) {
  const { rule, startsOn, endsOn, durationMinutes, capacity, instructorId, locationId } = row;
  const startTime = row.startTime.slice(0, 5);
  return { rule, startsOn, endsOn, startTime, durationMinutes, capacity, instructorId, locationId };
}
