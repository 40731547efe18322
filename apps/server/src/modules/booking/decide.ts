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

/** Decides one command on the loaded rooms and notes its changes there. Pure: no clock, no I/O. */
export function decide(rooms: Rooms, command: SeatCommand): Decision {
  const decision = decideInRoom(rooms, command);
  fillSeatsOfReleased(rooms);
  return decision;
}

function decideInRoom(rooms: Rooms, command: SeatCommand): Decision {
  const room = rooms.sessions.get(command.sessionId);
  if (!room) return refused('not_found', { detail: 'No such session' });
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
