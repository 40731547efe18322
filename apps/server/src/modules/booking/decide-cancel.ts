import { hasReached } from '#platform/instants.ts';
import type { Booking } from './booking.ts';
import { answerOf } from './booking-answer.ts';
import { calculateFreeUntil } from './cancellation-policy.ts';
import { fillFreeSeats } from './decide-promotion.ts';
import type { Rooms } from './rooms.ts';
import { type CancelCommand, type Decision, refused } from './seat-command.ts';
import { endBooking, forfeitEntry, returnEntry, tell } from './seat-moves.ts';
import type { SessionRoom } from './session-room.ts';

/**
 * Cancels a booking, gives the entry back if it is in time, and passes the seat on.
 *
 * Late by a member needs `forfeit`; the entry is then kept unless the waiting list refills the seat. Rule: DOMAIN "Cancel".
 * After the start nothing is canceled but what staff booked after it (docs/adr/0011-late-walk-ins.md).
 */
export function decideCancel(rooms: Rooms, room: SessionRoom, command: CancelCommand): Decision {
  const booking = room.booking(command.bookingId);
  if (!booking) return refused('not_found', { detail: 'No such booking' });
  if (booking.state === 'canceled') return refused('already_canceled');
  if (hasReached(rooms.now, room.session.startsAt) && !isMistakenWalkIn(rooms, room, booking, command)) {
    return refused('session_started');
  }

  if (booking.state === 'waiting') return leaveQueue(rooms, room, booking, command);

  const deadline = calculateFreeUntil(booking, { ...room.session, cutoffAt: room.times.cutoffAt });
  const late = !command.staff && hasReached(rooms.now, deadline);
  if (late && !command.forfeit) {
    return refused('cancellation_cutoff_passed', { deadline: deadline.toString(), bookingId: booking.id });
  }
  endBooking(rooms, room, booking, command.staff ? 'staff' : late ? 'late' : 'member', byWhom(booking, command));
  const forfeited = late && forfeitEntry(rooms, room, booking);
  const returned = !late && returnEntry(rooms, booking);
  tell(rooms, late ? 'booking_canceled_late' : 'booking_canceled', booking);
  auditCancel(rooms, command, 'active');
  fillFreeSeats(rooms, room, 'seat_freed');
  // The promotion just made may have refilled this very seat.
  const entryReturned = returned || (forfeited && !booking.entryForfeited);
  return { outcome: 'canceled', booking: answerOf(room, booking), late, entryReturned, deadline: deadline.toString() };
}

/** Nothing was spent, so nothing comes back. */
function leaveQueue(rooms: Rooms, room: SessionRoom, booking: Booking, command: CancelCommand): Decision {
  endBooking(rooms, room, booking, command.staff ? 'staff' : 'member', byWhom(booking, command));
  // Who leaves by themselves knows it.
  if (command.staff) tell(rooms, 'removed_from_waiting_list', booking);
  auditCancel(rooms, command, 'waiting');
  return { outcome: 'canceled', booking: answerOf(room, booking), late: false, entryReturned: false, deadline: null };
}

const byWhom = (booking: Booking, { staff }: CancelCommand) => staff?.id ?? booking.userId;

/** A seat that staff gave after the start can be taken back by staff until the end: it may have been a slip of the finger. */
function isMistakenWalkIn(rooms: Rooms, { session }: SessionRoom, booking: Booking, { staff }: CancelCommand): boolean {
  const seatedAt = booking.promotedAt ?? booking.bookedAt;
  return staff !== undefined && hasReached(seatedAt, session.startsAt) && !hasReached(rooms.now, session.endsAt);
}

function auditCancel(
  rooms: Rooms,
  { staff, bookingId, reason = null }: CancelCommand,
  before: 'active' | 'waiting',
): void {
  if (!staff) return;
  rooms.changes.audit.push({
    actor: staff,
    action: 'booking.cancel',
    entity: 'booking',
    entityId: bookingId,
    reason,
    before: { state: before },
    after: { state: 'canceled', canceledReason: 'staff' },
  });
}
