import type { Booking } from './booking.ts';
import { calculateFreeUntil } from './cancellation-policy.ts';
import type { BookingAnswer } from './seat-command.ts';
import type { SessionRoom } from './session-room.ts';

/** A booking as its member sees it right after the command; a waiter who just joined is the last in line. */
export function answerOf(room: SessionRoom, booking: Booking): BookingAnswer {
  const { startsAt, movedAt, waitingCount } = room.session;
  const terms = { startsAt, movedAt, cutoffAt: room.times.cutoffAt };
  return {
    id: booking.id,
    sessionId: booking.sessionId,
    userId: booking.userId,
    state: booking.state,
    waitingPosition: booking.state === 'waiting' ? waitingCount : null,
    ticketId: booking.ticketId,
    bookedAt: booking.bookedAt.toString(),
    cancelFreeUntil: booking.state === 'canceled' ? null : calculateFreeUntil(booking, terms).toString(),
    canceledAt: booking.canceledAt?.toString() ?? null,
    canceledReason: booking.canceledReason,
  };
}
