import { randomUUIDv7 } from 'node:crypto';
import { type Ticket, validityFrom } from '#modules/ticket/index.ts';
import { type Booking, type CanceledReason, earlier } from './booking.ts';
import { calculateGrace } from './cancellation-policy.ts';
import type { BookingEvent, Member, Rooms } from './rooms.ts';
import type { SessionRoom } from './session-room.ts';

/**
 * The elementary moves that decisions are made of. Each changes the loaded state and notes what must be written, so
 * that counters, ledger and bookings cannot part.
 */

/** A new booking of the member, holding a seat. */
export function takeSeat(
  rooms: Rooms,
  room: SessionRoom,
  member: Member,
  ticket: Ticket,
  bookedBy: string | null,
): Booking {
  const booking = newBooking(rooms, room, member, ticket, bookedBy, null);
  booking.graceUntil = calculateGrace(rooms.now, room.times.cutoffAt, rooms.policy.promotionGraceMinutes);
  occupySeat(rooms, room, member, ticket, booking);
  tell(rooms, 'booking_confirmed', booking);
  return booking;
}

/** A new booking of the member at the end of the queue; nothing is spent. */
export function joinQueue(
  rooms: Rooms,
  room: SessionRoom,
  member: Member,
  ticket: Ticket,
  bookedBy: string | null,
): Booking {
  const booking = newBooking(rooms, room, member, ticket, bookedBy, room.session.nextQueueNumber);
  room.session.nextQueueNumber += 1;
  room.session.waitingCount += 1;
  rooms.changes.sessions.add(room);
  tell(rooms, 'booking_waiting', booking);
  return booking;
}

/** A waiting booking gets a seat; the entry of the oldest late cancellation comes back, because its seat is refilled. */
export function promote(rooms: Rooms, room: SessionRoom, member: Member, ticket: Ticket, booking: Booking): void {
  booking.state = 'active';
  booking.ticketId = ticket.id;
  booking.promotedAt = rooms.now;
  booking.graceUntil = rooms.now.add({ minutes: rooms.policy.promotionGraceMinutes });
  room.session.waitingCount -= 1;
  occupySeat(rooms, room, member, ticket, booking);
  rooms.changes.changedBookings.add(booking);
  tell(rooms, 'booking_promoted', booking);
  const refilled = room.forfeited[0];
  if (refilled) {
    returnForfeitedEntry(rooms, refilled);
    tell(rooms, 'entry_returned_after_refill', refilled);
  }
}

/** Ends a booking and frees its seat or place in the queue. The entry is a separate matter. */
export function endBooking(
  rooms: Rooms,
  room: SessionRoom,
  booking: Booking,
  reason: CanceledReason,
  by: string | null,
): void {
  const { session } = room;
  if (booking.state === 'active') {
    session.activeCount -= 1;
    rooms.members.get(booking.userId)?.activeTimes.delete(session.id);
    rooms.released.add(booking.userId);
  } else session.waitingCount -= 1;
  if (session.activeCount <= session.capacity) session.overCapacity = false;
  booking.state = 'canceled';
  booking.canceledAt = rooms.now;
  booking.canceledReason = reason;
  booking.canceledBy = by;
  rooms.changes.changedBookings.add(booking);
  rooms.changes.sessions.add(room);
}

/** After a session's times changed: its members are taken at the new hour, and free at the old one. */
export function moveHour(rooms: Rooms, room: SessionRoom): void {
  const { id, startsAt, endsAt } = room.session;
  for (const booking of room.openBookings()) {
    if (booking.state !== 'active') continue;
    rooms.members.get(booking.userId)?.activeTimes.set(id, { startsAt, endsAt });
    rooms.released.add(booking.userId);
  }
}

/** Gives a spent entry back to the ticket that paid; true when there was one to give back. */
export function returnEntry(rooms: Rooms, booking: Booking): boolean {
  const ticket = ticketOf(rooms, booking);
  if (!ticket || ticket.entriesLeft === null || ticket.state === 'revoked') return false;
  ticket.entriesLeft += 1;
  rooms.released.add(booking.userId);
  rooms.changes.tickets.add(ticket);
  rooms.changes.ledger.push({ ticketId: ticket.id, kind: 'return', bookingId: booking.id });
  return true;
}

/** Keeps the entry of a late cancellation until the seat is refilled; false when the ticket is unlimited and nothing is lost. */
export function forfeitEntry(rooms: Rooms, room: SessionRoom, booking: Booking): boolean {
  if (ticketOf(rooms, booking)?.entriesLeft == null) return false;
  room.forfeit(booking);
  return true;
}

/** Gives the entry of a late cancellation back after all. */
export function returnForfeitedEntry(rooms: Rooms, booking: Booking): void {
  booking.entryForfeited = false;
  rooms.changes.changedBookings.add(booking);
  returnEntry(rooms, booking);
}

/** Notes that the member is to be told; sending is the business of a job. */
export function tell(rooms: Rooms, kind: BookingEvent['kind'], booking: Booking, revision?: number): void {
  rooms.changes.events.push({ kind, bookingId: booking.id, ...(revision !== undefined && { revision }) });
}

function newBooking(
  rooms: Rooms,
  room: SessionRoom,
  member: Member,
  ticket: Ticket,
  bookedBy: string | null,
  queueNumber: number | null,
): Booking {
  const booking: Booking = {
    id: randomUUIDv7(),
    sessionId: room.session.id,
    userId: member.id,
    ticketId: ticket.id,
    state: queueNumber === null ? 'active' : 'waiting',
    queueNumber,
    bookedBy,
    bookedAt: rooms.now,
    promotedAt: null,
    graceUntil: null,
    canceledAt: null,
    canceledReason: null,
    canceledBy: null,
    entryForfeited: false,
  };
  room.add(booking);
  rooms.changes.newBookings.add(booking);
  return booking;
}

function occupySeat(rooms: Rooms, room: SessionRoom, member: Member, ticket: Ticket, booking: Booking): void {
  const { session } = room;
  session.activeCount += 1;
  rooms.changes.sessions.add(room);
  member.activeTimes.set(session.id, { startsAt: session.startsAt, endsAt: session.endsAt });
  startTicket(rooms, ticket, earlier(rooms.now, session.startsAt));
  if (ticket.entriesLeft === null) return;
  ticket.entriesLeft -= 1;
  rooms.changes.tickets.add(ticket);
  rooms.changes.ledger.push({ ticketId: ticket.id, kind: 'spend', bookingId: booking.id });
}

/** A plan that starts at the first booking runs from now on, or from the start of a session that is on already: it covers that one. */
function startTicket(rooms: Rooms, ticket: Ticket, from: Temporal.Instant): void {
  if (ticket.validFrom !== null || ticket.validityDays === null) return;
  Object.assign(ticket, validityFrom(from, ticket.validityDays));
  rooms.changes.tickets.add(ticket);
}

function ticketOf(rooms: Rooms, booking: Booking): Ticket | undefined {
  return rooms.members.get(booking.userId)?.tickets.find((ticket) => ticket.id === booking.ticketId);
}
