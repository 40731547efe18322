import { sql } from 'kysely';
import type { Database, Tx } from '#platform/db/database.ts';
import { inTransaction } from '#platform/db/transaction.ts';
import { notifySessionCounts } from '#platform/events/session-events.ts';
import { findClosedDays } from './closed-days-read-model.ts';
import { expandSeries, type Occurrence } from './expand-series.ts';
import { type SeriesRow, seriesWithNames } from './series-read-model.ts';
import { findStudio } from './studio.ts';

/** Sessions are made so many days before their booking opens: the schedule shows more than can be booked yet. */
const DAYS_SHOWN_BEFORE_BOOKING = 28;

/**
 * Makes the sessions of all series that do not reach their horizon, which is `bookingOpensDaysBefore` and 28 days after today at
 * the location. Any number of workers may do so at once, and a second time changes nothing.
 *
 * @param now the time to do it at; what starts before gets no session
 * @returns how many sessions were made
 */
export async function generateDueSessions(db: Database, now: Temporal.Instant): Promise<number> {
  let made = 0;
  // One transaction each: the sessions of one series wait for no other, and a failure leaves the others alone.
  for (const { id } of await dueSeries(db, now).execute()) {
    made += await inTransaction(db, async (tx) => {
      const series = await dueSeries(tx, now).where('r.id', '=', id).forUpdate('r').executeTakeFirst();
      return series ? generateSessions(tx, series, now) : 0;
    });
  }
  return made;
}

/**
 * Makes the sessions of one series up to its horizon. The caller holds the series' row, so that nobody changes it meanwhile.
 *
 * @returns how many were made
 */
export async function generateSessions(tx: Tx, series: SeriesRow, now: Temporal.Instant): Promise<number> {
  const { bookingOpensDaysBefore } = await findStudio(tx);
  const from = now.toZonedDateTimeISO(series.timeZone).toPlainDate();
  const to = from.add({ days: bookingOpensDaysBefore + DAYS_SHOWN_BEFORE_BOOKING });
  const closedDays = await findClosedDays(tx, series.locationId, { from, to });
  const due = expandSeries(series, series.timeZone, { from, to }, closedDays).filter(
    ({ closed, startsAt }) => closed === null && Temporal.Instant.compare(startsAt, now) > 0,
  );
  await tx.updateTable('series').set({ generatedUntil: to }).where('id', '=', series.id).execute();
  return due.length > 0 ? insertSessions(tx, series, due) : 0;
}

async function insertSessions(tx: Tx, series: SeriesRow, due: readonly Occurrence[]): Promise<number> {
  const { id: seriesId, classTypeId, locationId, instructorId, capacity } = series;
  const same = { seriesId, classTypeId, locationId, instructorId, capacity };
  const made = await tx
    .insertInto('sessions')
    .values(due.map(({ day, startsAt, endsAt }) => ({ ...same, seriesOccurrence: day, startsAt, endsAt })))
    .onConflict((conflict) => conflict.constraint('sessions_one_per_occurrence').doNothing())
    .returning('id')
    .execute();
  const counts = { activeCount: 0, waitingCount: 0, capacity, state: 'scheduled' } as const;
  await notifySessionCounts(
    tx,
    made.map(({ id }) => ({ sessionId: id, ...counts })),
  );
  return made.length;
}

function dueSeries(db: Database, now: Temporal.Instant) {
  const today = sql<Temporal.PlainDate>`(${now}::timestamptz at time zone l.time_zone)::date`;
  const horizon = sql<Temporal.PlainDate>`${today} + p.booking_opens_days_before + ${DAYS_SHOWN_BEFORE_BOOKING}::integer`;
  return seriesWithNames(db)
    .innerJoin('studio as p', (join) => join.onTrue())
    .where('r.deletedAt', 'is', null)
    .where((eb) => eb.or([eb('r.endsOn', 'is', null), eb('r.endsOn', '>=', today)]))
    .where((eb) => eb.or([eb('r.generatedUntil', 'is', null), eb('r.generatedUntil', '<', horizon)]))
    .orderBy('r.id');
}
