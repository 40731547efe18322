import { chooseTicket, type Ticket } from '#modules/ticket/index.ts';
import { hasReached } from '#platform/instants.ts';
import type { Booking } from './booking.ts';
import { findOverlap } from './overlap.ts';
import type { Member, Rooms } from './rooms.ts';
import type { PromotionCause, PromotionOutcome } from './seat-command.ts';
import { promote, tell } from './seat-moves.ts';
import type { SessionRoom } from './session-room.ts';

type Verdict =
  | { outcome: 'promoted'; member: Member; ticket: Ticket }
  | { outcome: Exclude<PromotionOutcome, 'promoted' | 'claimed'> };

/**
 * Gives free seats to the waiting list until there are none, nobody eligible waits, or the list has closed.
 *
 * Strictly in queue order. Who cannot take the seat is skipped, keeps the place, and the reason is logged. Rule: DOMAIN "Promote".
 */
export function fillFreeSeats(rooms: Rooms, room: SessionRoom, cause: PromotionCause): void {
  if (!listMoves(rooms, room) || room.freeSeats === 0 || room.session.waitingCount === 0) return;
  for (const booking of room.queue()) {
    const verdict = judge(rooms, room, booking);
    const isNews = logVerdict(rooms, booking, verdict.outcome, cause);
    // The sweep finds the same every minute; who was passed over by somebody's seat is told.
    if (isNews && verdict.outcome === 'no_usable_ticket' && cause !== 'swept')
      tell(rooms, 'promotion_skipped', booking);
    if (verdict.outcome === 'promoted') promote(rooms, room, verdict.member, verdict.ticket, booking);
    if (room.freeSeats === 0) return;
  }
}

/**
 * Looks at every other queue in which a released member waits: an entry that came back, or an hour that is free again, may be what was
 * lacking there. A promotion may release somebody else, who is looked at in turn.
 */
export function fillSeatsOfReleased(rooms: Rooms): void {
  for (const userId of rooms.released) {
    rooms.released.delete(userId);
    for (const room of rooms.sessions.values()) {
      if (room.openBookingOf(userId)?.state === 'waiting') fillFreeSeats(rooms, room, 'ticket_gained');
    }
  }
}

/** True until the waiting list closes. */
export function listMoves(rooms: Rooms, room: SessionRoom): boolean {
  const { state, deletedAt, startsAt } = room.session;
  return (
    state === 'scheduled' &&
    deletedAt === null &&
    !hasReached(rooms.now, room.times.waitlistClosesAt) &&
    !hasReached(rooms.now, startsAt)
  );
}

/** Records one decision of the queue, the same one only once per batch; false when it was there already. */
export function logVerdict(rooms: Rooms, booking: Booking, outcome: PromotionOutcome, cause: PromotionCause): boolean {
  const { promotions } = rooms.changes;
  const key = `${booking.id} ${outcome}`;
  if (promotions.has(key)) return false;
  promotions.set(key, { sessionId: booking.sessionId, bookingId: booking.id, userId: booking.userId, outcome, cause });
  return true;
}

function judge(rooms: Rooms, room: SessionRoom, booking: Booking): Verdict {
  const member = rooms.members.get(booking.userId);
  if (!member || member.blocked || member.erased) return { outcome: 'account_blocked' };
  if (findOverlap(rooms, room, member)) return { outcome: 'overlapping_booking' };
  const ticket = ticketForPromotion(rooms, room, member, booking);
  return ticket ? { outcome: 'promoted', member, ticket } : { outcome: 'no_usable_ticket' };
}

/** The ticket that was meant when joining if it still serves, otherwise any usable one. */
function ticketForPromotion(rooms: Rooms, room: SessionRoom, member: Member, booking: Booking): Ticket | undefined {
  const { tickets } = member;
  return (
    chooseTicket(tickets, room.session, rooms.now, booking.ticketId) ?? chooseTicket(tickets, room.session, rooms.now)
  );
}
