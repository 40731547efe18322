import { chooseTicket, type TicketUse } from '#modules/ticket/index.ts';
import { hasReached, later } from '#platform/instants.ts';
import type { Booking } from './booking.ts';
import { answerOf } from './booking-answer.ts';
import { fillFreeSeats, listMoves, logVerdict } from './decide-promotion.ts';
import { findOverlap } from './overlap.ts';
import type { Member, Rooms } from './rooms.ts';
import { type BookCommand, type Decision, refused } from './seat-command.ts';
import { joinQueue, promote, takeSeat } from './seat-moves.ts';
import type { SessionRoom } from './session-room.ts';

/**
 * Books a member into a session, or puts them on its waiting list.
 *
 * The caller holds the session's lock, so its counters cannot move underneath. Rule: DOMAIN "Book".
 */
export function decideBook(rooms: Rooms, room: SessionRoom, command: BookCommand): Decision {
  const closed = bookingWindow(rooms, room, command);
  if (closed) return closed;
  const member = rooms.members.get(command.userId);
  if (!member || member.erased) return refused('not_found', { detail: 'No such member' });
  if (member.blocked) return refused('account_blocked');

  // A seat may have been left beside waiters who could not take it then; nobody passes one who can take it now.
  fillFreeSeats(rooms, room, 'swept');

  const existing = room.openBookingOf(member.id);
  if (existing && !mayClaimSeat(rooms, room, member)) {
    return refused('already_booked', { bookingId: existing.id, bookingState: existing.state });
  }
  // Nobody waits for a session that is on.
  if (!existing && room.freeSeats === 0 && hasReached(rooms.now, room.session.startsAt)) return refused('session_full');
  const ticket = chooseTicket(member.tickets, ticketUseOf(room.session, rooms.now), rooms.now, command.ticketId);
  if (!ticket) return refused('no_usable_ticket');
  const overlappingSessionId = findOverlap(rooms, room, member);
  if (overlappingSessionId) return refused('overlapping_booking', { overlappingSessionId });

  if (existing) {
    logVerdict(rooms, existing, 'claimed', 'booked_after_close');
    promote(rooms, room, member, ticket, existing);
    auditStaffBooking(rooms, command, existing);
    return { outcome: 'booked', booking: answerOf(room, existing) };
  }
  const bookedBy = command.staff?.id ?? null;
  const place = room.freeSeats > 0 ? takeSeat : joinQueue;
  const booking = place(rooms, room, member, ticket, bookedBy);
  auditStaffBooking(rooms, command, booking);
  return { outcome: 'booked', booking: answerOf(room, booking) };
}

/**
 * What a ticket is used for: it has to be valid when the session starts, or when somebody comes in late. So one that is bought at the
 * door is good for the session that is on (docs/adr/0011-late-walk-ins.md).
 */
export function ticketUseOf({ startsAt, classTypeId }: TicketUse, now: Temporal.Instant): TicketUse {
  return { startsAt: later(startsAt, now), classTypeId };
}

/** After the list has closed a free seat goes to whoever books first, also to a waiter. */
function mayClaimSeat(rooms: Rooms, room: SessionRoom, member: Member): boolean {
  return room.openBookingOf(member.id)?.state === 'waiting' && room.freeSeats > 0 && !listMoves(rooms, room);
}

/** Members book until the start; at the desk somebody who is late is booked in until the end (docs/adr/0011-late-walk-ins.md). */
function bookingWindow(rooms: Rooms, { session, times }: SessionRoom, command: BookCommand): Decision | null {
  const { now } = rooms;
  if (session.deletedAt) return refused('not_found', { detail: 'No such session' });
  if (session.state === 'canceled') return refused('session_canceled');
  if (command.staff) {
    return hasReached(now, session.endsAt) ? refused('session_ended', { endsAt: session.endsAt.toString() }) : null;
  }
  if (hasReached(now, session.startsAt)) return refused('session_started', { startsAt: session.startsAt.toString() });
  if (!hasReached(now, times.opensAt)) return refused('booking_not_open', { opensAt: times.opensAt.toString() });
  if (hasReached(now, times.closesAt)) return refused('booking_closed', { closedAt: times.closesAt.toString() });
  return null;
}

function auditStaffBooking(rooms: Rooms, { staff, userId, sessionId }: BookCommand, booking: Booking): void {
  if (!staff) return;
  const after = { userId, sessionId, state: booking.state, ticketId: booking.ticketId };
  rooms.changes.audit.push({ actor: staff, action: 'booking.create', entity: 'booking', entityId: booking.id, after });
}
