import { hasReached } from '#platform/instants.ts';
import { decideBook } from './decide-book.ts';
import { decideCancel } from './decide-cancel.ts';
import { fillFreeSeats, fillSeatsOfReleased } from './decide-promotion.ts';
import {
  decideCancelSession,
  decideChangeSession,
  decideCloseList,
  decideDeleteSession,
  decideWithdrawTicket,
} from './decide-session-change.ts';
import type { Rooms } from './rooms.ts';
import { type Decision, refused, type SeatCommand } from './seat-command.ts';
import type { SessionRoom } from './session-room.ts';

/** Decides one command on the loaded rooms and notes its changes there. Pure: no clock, no I/O. */
export function decide(rooms: Rooms, command: SeatCommand): Decision {
  const room = rooms.sessions.get(command.sessionId);
  if (!room) return refused('not_found', { detail: 'No such session' });
  const wasFull = room.freeSeats === 0;
  const decision = decideInRoom(rooms, room, command);
  fillSeatsOfReleased(rooms);
  if (wasFull && room.freeSeats > 0) tellOfOpenSeat(rooms, room);
  return decision;
}

/** After the list has closed a free seat is for whoever books first, and those who waited for it should know. */
function tellOfOpenSeat(rooms: Rooms, { session, times }: SessionRoom): void {
  const { state, deletedAt, startsAt, waitingCount } = session;
  const bookable = state === 'scheduled' && deletedAt === null && !hasReached(rooms.now, startsAt);
  if (!bookable || waitingCount === 0 || !hasReached(rooms.now, times.waitlistClosesAt)) return;
  rooms.changes.events.push({ kind: 'seat_opened', sessionId: session.id });
}

function decideInRoom(rooms: Rooms, room: SessionRoom, command: SeatCommand): Decision {
  switch (command.kind) {
    case 'book':
      return decideBook(rooms, room, command);
    case 'cancel':
      return decideCancel(rooms, room, command);
    case 'changeSession':
      return decideChangeSession(rooms, room, command);
    case 'cancelSession':
      return decideCancelSession(rooms, room, command);
    case 'deleteSession':
      return decideDeleteSession(rooms, room, command);
    case 'closeList':
      return decideCloseList(rooms, room, command);
    case 'withdrawTicket':
      return decideWithdrawTicket(rooms, room, command);
    case 'promote':
      fillFreeSeats(rooms, room, command.cause);
      return { outcome: 'done' };
  }
}
