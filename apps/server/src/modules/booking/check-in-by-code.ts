import { sql } from 'kysely';
import type { AuditActor } from '#modules/audit/index.ts';
import { findUserByCheckInCode } from '#modules/identity/index.ts';
import type { Database } from '#platform/db/database.ts';
import { AppError } from '#platform/http/app-error.ts';
import { type CheckedIn, checkIn } from './check-in.ts';
import { chooseCheckIn } from './decide-check-in.ts';

/**
 * Checks in the member who shows this code: in the session that is named, otherwise where they are expected now.
 *
 * Whoever is known but not let in comes with the refusal (`userId`, `name`), so that the desk can help them.
 *
 * @throws AppError `check_in_code_unknown`, `no_booking_to_check_in`, and what `checkIn` refuses
 */
export async function checkInByCode(
  db: Database,
  { code, sessionId }: { code: string; sessionId?: string },
  by: AuditActor,
): Promise<CheckedIn> {
  const user = await findUserByCheckInCode(db, code);
  if (!user) throw new AppError('check_in_code_unknown');
  const context = { userId: user.id, name: user.name };
  const bookings = await bookingsAround(db, user.id);
  const meant = sessionId
    ? bookings.find((booking) => booking.sessionId === sessionId)
    : chooseCheckIn(bookings, Temporal.Now.instant());
  if (!meant) throw new AppError('no_booking_to_check_in', { extra: context });
  return checkIn(db, meant.id, by, { ...context, bookingId: meant.id });
}

/** Two days either way hold every session whose local day can be today, and those that staff may have open by mistake. */
function bookingsAround(db: Database, userId: string) {
  return db
    .selectFrom('bookings as b')
    .innerJoin('sessions as s', 's.id', 'b.sessionId')
    .innerJoin('locations as l', 'l.id', 's.locationId')
    .select(['b.id', 'b.sessionId', 'b.state', 'b.checkedInAt', 'b.startsAt', 'b.endsAt', 'l.timeZone'])
    .where('b.userId', '=', userId)
    .where('b.state', '<>', 'canceled')
    .where(sql<boolean>`b.starts_at between now() - interval '2 days' and now() + interval '2 days'`)
    .execute();
}
