import { type AuditActor, recordAudit } from '#modules/audit/index.ts';
import type { Tx } from '#platform/db/database.ts';
import { found, invalidField } from '#platform/http/app-error.ts';
import { shareActive } from './create-session.ts';
import { occurrenceTimes } from './expand-series.ts';
import { generateSessions } from './generate-sessions.ts';
import { planSeriesChange, type SeriesPlan, type SeriesSession } from './plan-series-change.ts';
import { findTimeZone, refuseTimes } from './refuse-times.ts';
import { saveSeriesChange } from './save-series-change.ts';
import { type Series, seriesView } from './series.ts';
import { findSeries, lockSeries, type SeriesRow } from './series-read-model.ts';
import { continueRule, ruleDates } from './series-rule.ts';

/** Long enough for a 29 February. */
const YEARS_TO_NEXT = 8;

/** From which day on: a day of the series and what follows, or all that has not started yet. */
export type SeriesScope = { scope: 'following'; from: Temporal.PlainDate } | { scope: 'all_future' };

/** What may change about a series; only what is given changes. */
export interface SeriesFields {
  rule?: string;
  endsOn?: Temporal.PlainDate | null;
  startTime?: string;
  durationMinutes?: number;
  capacity?: number;
  instructorId?: string;
  locationId?: string;
}

/**
 * A change of a series on its way, with its row and its coming sessions locked. What `plan` says about sessions is done by those
 * who know about seats, before `finishSeriesChange`.
 */
export interface SeriesChange {
  before: SeriesRow;
  /** null: the series ends. */
  after: SeriesRow | null;
  /** The first day that it concerns. */
  from: Temporal.PlainDate;
  /** The series ends, and no day of it is to come. */
  isOver: boolean;
  plan: SeriesPlan;
}

/**
 * Begins to change a series.
 *
 * @throws AppError `not_found`, also for an ended series; `validation_failed` when the series cannot become so
 */
export async function beginSeriesChange(
  tx: Tx,
  id: string,
  scope: SeriesScope,
  fields: SeriesFields,
  now: Temporal.Instant,
): Promise<SeriesChange> {
  const before = found(await lockSeries(tx, id), 'series');
  const from = firstDay(before, scope, now);
  const after = { ...continuedFrom(before, scope, from, fields.rule), ...fields };
  if (fields.instructorId) await shareActive(tx, 'instructors', fields.instructorId, 'instructorId');
  if (fields.locationId) {
    await shareActive(tx, 'locations', fields.locationId, 'locationId');
    after.timeZone = await findTimeZone(tx, fields.locationId);
  }
  refuseTimes(after);
  if (fields.endsOn && Temporal.PlainDate.compare(fields.endsOn, from.subtract({ days: 1 })) < 0) {
    throw invalidField('endsOn', 'must not be in the past');
  }
  const plan = planSeriesChange(before, after, await lockSessions(tx, id, from, now));
  return { before, after, from, isOver: false, plan };
}

/**
 * Begins to end a series.
 *
 * @throws AppError `not_found`, also for an ended series; `validation_failed` for a day in the past
 */
export async function beginSeriesEnd(
  tx: Tx,
  id: string,
  scope: SeriesScope,
  now: Temporal.Instant,
): Promise<SeriesChange> {
  const before = found(await lockSeries(tx, id), 'series');
  const from = firstDay(before, scope, now);
  const next = firstDay(before, { scope: 'all_future' }, now);
  const isOver = [next, before.startsOn].some((day) => Temporal.PlainDate.compare(from, day) <= 0);
  const plan = planSeriesChange(before, null, await lockSessions(tx, id, from, now));
  return { before, after: null, from, isOver, plan };
}

/** What became of a series. */
export interface ChangedSeries {
  /** The one that goes on, or the one that ended. */
  series: Series;
  /** The one that ended the day before, when this and the following became a series of their own. */
  previousSeriesId: string | null;
  createdSessions: number;
}

/** Saves the series, makes the sessions that it has now, and audits it once. */
export async function finishSeriesChange(
  tx: Tx,
  change: SeriesChange,
  actor: AuditActor,
  reason: string | null,
  now: Temporal.Instant,
): Promise<ChangedSeries> {
  const { before, after } = change;
  const { id, audit } = await saveSeriesChange(tx, change);
  if (audit) await recordAudit(tx, { actor, entity: 'series', entityId: before.id, reason, ...audit });
  const read = async () => found(await findSeries(tx, id), 'series');
  const createdSessions = after ? await generateSessions(tx, await read(), now) : 0;
  return { series: seriesView(await read()), previousSeriesId: id === before.id ? null : before.id, createdSessions };
}

function firstDay(series: SeriesRow, scope: SeriesScope, now: Temporal.Instant): Temporal.PlainDate {
  const today = now.toZonedDateTimeISO(series.timeZone).toPlainDate();
  if (scope.scope === 'following') {
    if (Temporal.PlainDate.compare(scope.from, today) < 0) throw invalidField('from', 'must not be in the past');
    return scope.from;
  }
  const { startsAt } = occurrenceTimes(series, series.timeZone, today);
  return Temporal.Instant.compare(startsAt, now) > 0 ? today : today.add({ days: 1 });
}

/** The series as it goes on from a day: itself, or what is left of it as a series of its own. */
function continuedFrom(
  series: SeriesRow,
  { scope }: SeriesScope,
  from: Temporal.PlainDate,
  newRule: string | undefined,
): SeriesRow {
  const { rule, startsOn, endsOn } = series;
  if (scope === 'all_future' || Temporal.PlainDate.compare(from, startsOn) <= 0) return series;
  const [next] = ruleDates(rule, startsOn, from, from.add({ years: YEARS_TO_NEXT }));
  if (!next || (endsOn && Temporal.PlainDate.compare(next, endsOn) > 0)) {
    throw invalidField('from', 'is after the last day of the series');
  }
  if (newRule !== undefined) return { ...series, startsOn: from };
  const consumed = ruleDates(rule, startsOn, startsOn, from.subtract({ days: 1 })).length;
  // From the rule's own next day, so that INTERVAL stays in step.
  return { ...series, startsOn: next, rule: continueRule(rule, consumed) };
}

/** The coming sessions of a series, locked in the order in which everybody locks sessions. */
function lockSessions(tx: Tx, id: string, from: Temporal.PlainDate, now: Temporal.Instant): Promise<SeriesSession[]> {
  return tx
    .selectFrom('sessions')
    .select(['id', 'startsAt', 'endsAt', 'capacity', 'instructorId', 'locationId', 'activeCount', 'waitingCount'])
    .select((eb) => eb.ref('seriesOccurrence').$notNull().as('seriesOccurrence'))
    .where('seriesId', '=', id)
    .where('seriesOccurrence', '>=', from)
    .where('startsAt', '>', now)
    .where('state', '=', 'scheduled')
    .where('deletedAt', 'is', null)
    .orderBy('id')
    .forUpdate()
    .execute();
}
