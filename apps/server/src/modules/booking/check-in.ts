import { sql, type Updateable } from 'kysely';
import { type AuditAction, type AuditActor, changedFields, recordAudit } from '#modules/audit/index.ts';
import type { Database, Tx } from '#platform/db/database.ts';
import type { DB } from '#platform/db/db-types.generated.ts';
import { inTransaction } from '#platform/db/transaction.ts';
import { AppError, found } from '#platform/http/app-error.ts';
import { type CheckInDecision, decideCheckIn, decideUndoCheckIn } from './decide-check-in.ts';

/** Whose attendance, and where. */
export interface Attended {
  bookingId: string;
  sessionId: string;
}

export interface CheckedIn extends Attended {
  /** Nothing had to be done: somebody, or the same tap twice, was faster. */
  alreadyCheckedIn: boolean;
}

/**
 * Notes that a member came; takes back that they did not.
 *
 * @param context further members of the problem document
 * @throws AppError `not_found`, `booking_not_active`, `check_in_not_open`, `check_in_closed`
 */
export async function checkIn(
  db: Database,
  bookingId: string,
  by: AuditActor,
  context: Record<string, unknown> = {},
): Promise<CheckedIn> {
  return inTransaction(db, async (tx) => {
    const booking = await lockAttendance(tx, bookingId);
    const isNew = isChange(decideCheckIn(booking, booking.now), context);
    if (isNew) await change(tx, booking, 'booking.check_in', { checkedInAt: booking.now, noShowAt: null }, by);
    return { bookingId, sessionId: booking.sessionId, alreadyCheckedIn: !isNew };
  });
}

/**
 * Takes a check-in back. Whether the member is missing after all is left to the next run of the no-show job.
 *
 * @throws AppError `not_found`, `booking_not_active`, `check_in_closed`
 */
export async function undoCheckIn(db: Database, bookingId: string, by: AuditActor): Promise<Attended> {
  return inTransaction(db, async (tx) => {
    const booking = await lockAttendance(tx, bookingId);
    if (isChange(decideUndoCheckIn(booking, booking.now))) {
      await change(tx, booking, 'booking.undo_check_in', { checkedInAt: null }, by);
    }
    return { bookingId, sessionId: booking.sessionId };
  });
}

type LockedAttendance = Awaited<ReturnType<typeof lockAttendance>>;

/**
 * The booking alone is locked, the last in the order session → ticket → booking. Nothing that the engine decides depends on
 * attendance; if it cancels the booking meanwhile, either we see that here, or its write takes the attendance away again.
 */
async function lockAttendance(tx: Tx, bookingId: string) {
  const row = await tx
    .selectFrom('bookings as b')
    .innerJoin('sessions as s', 's.id', 'b.sessionId')
    .innerJoin('locations as l', 'l.id', 's.locationId')
    .select(['b.id', 'b.sessionId', 'b.state', 'b.checkedInAt', 'b.noShowAt', 's.startsAt', 's.endsAt', 'l.timeZone'])
    .select(sql<Temporal.Instant>`clock_timestamp()`.as('now'))
    .where('b.id', '=', bookingId)
    .forUpdate('b')
    .executeTakeFirst();
  return found(row, 'booking');
}

/** @throws AppError with the code of a refusal */
function isChange(decision: CheckInDecision, context: Record<string, unknown> = {}): boolean {
  if (decision.outcome === 'refused') throw new AppError(decision.code, { extra: { ...decision.details, ...context } });
  return decision.outcome === 'change';
}

async function change(
  tx: Tx,
  { id, checkedInAt, noShowAt }: LockedAttendance,
  action: AuditAction,
  to: Pick<Updateable<DB['bookings']>, 'checkedInAt' | 'noShowAt'>,
  by: AuditActor,
): Promise<void> {
  await tx
    .updateTable('bookings')
    .set({ ...to, checkedInBy: to.checkedInAt ? by.id : null })
    .where('id', '=', id)
    .execute();
  await recordAudit(tx, {
    actor: by,
    action,
    entity: 'booking',
    entityId: id,
    ...changedFields({ checkedInAt, noShowAt }, to),
  });
}
