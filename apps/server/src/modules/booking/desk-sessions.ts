import { sql } from 'kysely';
import { findStudio } from '#modules/schedule/index.ts';
import type { Database } from '#platform/db/database.ts';
import { found } from '#platform/http/app-error.ts';
import { calculateCheckInWindow } from './decide-check-in.ts';

type DeskSessionRow = Awaited<ReturnType<ReturnType<typeof deskSessionRows>['executeTakeFirstOrThrow']>>;

/** A session as the front desk sees it; a deleted one is none. */
export async function findDeskSession(db: Database, id: string) {
  return deskSessionView(found(await deskSessionRows(db).where('s.id', '=', id).executeTakeFirst(), 'session'));
}

/**
 * The sessions that start on a day, each by the calendar of its own location; canceled ones too, for whoever comes anyway.
 *
 * @param date today at the location that is asked for, or else in the studio's zone, when absent
 * @throws AppError `not_found` when there is no such location
 */
export async function listDeskSessions(db: Database, wanted: { date?: Temporal.PlainDate; locationId?: string }) {
  const timeZone = await zoneOf(db, wanted.locationId);
  const { date = Temporal.Now.plainDateISO(timeZone) } = wanted;
  const day = date.toZonedDateTime('UTC');
  let query = deskSessionRows(db)
    // No zone is further than 14 hours from UTC: this finds them by index, the next line picks those of the day.
    .where('s.startsAt', '>=', day.subtract({ hours: 14 }).toInstant())
    .where('s.startsAt', '<', day.add({ hours: 24 + 14 }).toInstant())
    .where(sql<boolean>`(s.starts_at at time zone l.time_zone)::date = ${date.toString()}::date`)
    .orderBy('s.startsAt')
    .orderBy('l.name')
    .orderBy('s.id');
  if (wanted.locationId) query = query.where('s.locationId', '=', wanted.locationId);
  return { date: date.toString(), timeZone, items: (await query.execute()).map(deskSessionView) };
}

async function zoneOf(db: Database, locationId: string | undefined): Promise<string> {
  if (!locationId) return (await findStudio(db)).timeZone;
  const location = await db.selectFrom('locations').select('timeZone').where('id', '=', locationId).executeTakeFirst();
  return found(location, 'location').timeZone;
}

function deskSessionRows(db: Database) {
  return db
    .selectFrom('sessions as s')
    .innerJoin('classTypes as c', 'c.id', 's.classTypeId')
    .innerJoin('instructors as i', 'i.id', 's.instructorId')
    .innerJoin('locations as l', 'l.id', 's.locationId')
    .select(['s.id', 's.startsAt', 's.endsAt', 's.capacity', 's.activeCount', 's.waitingCount', 's.state'])
    .select(['s.canceledReason', 'c.id as classId', 'c.name as className', 'i.id as instructorId'])
    .select(['i.name as instructorName', 'l.id as locationId', 'l.name as locationName', 'l.timeZone'])
    .select(
      sql<number>`(select count(*)::int from bookings b
        where b.session_id = s.id and b.state <> 'canceled' and b.checked_in_at is not null)`.as('checkedInCount'),
    )
    .select(
      // One subtraction of `calculateSessionTimes`, whose other times the desk has no use for.
      sql<Temporal.Instant>`s.starts_at - make_interval(mins => (select waitlist_closes_minutes_before from studio))`.as(
        'waitlistClosesAt',
      ),
    )
    .where('s.deletedAt', 'is', null);
}

function deskSessionView(row: DeskSessionRow) {
  const at = (instant: Temporal.Instant) => instant.toString({ timeZone: row.timeZone });
  const { opensAt, closesAt } = calculateCheckInWindow(row);
  return {
    id: row.id,
    class: { id: row.classId, name: row.className },
    instructor: { id: row.instructorId, name: row.instructorName },
    location: { id: row.locationId, name: row.locationName },
    startsAt: at(row.startsAt),
    endsAt: at(row.endsAt),
    timeZone: row.timeZone,
    capacity: row.capacity,
    activeCount: row.activeCount,
    waitingCount: row.waitingCount,
    checkedInCount: row.checkedInCount,
    state: row.state,
    canceledReason: row.canceledReason,
    checkInOpensAt: at(opensAt),
    checkInClosesAt: at(closesAt),
    waitlistClosesAt: at(row.waitlistClosesAt),
  };
}
