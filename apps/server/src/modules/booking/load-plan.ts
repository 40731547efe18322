import type { SeatCommand } from './seat-command.ts';

/** A member in a session. */
export interface Pair {
  sessionId: string;
  userId: string;
}

/** What must be locked and loaded so that a batch of commands can be decided. */
export interface LoadPlan {
  /** Nothing but bookings: whom they concern is known without looking at the sessions. */
  onlyBooks: boolean;
  sessionIds: string[];
  /** Members whose open booking in a session is needed. */
  pairs: Pair[];
  bookingIds: string[];
  /** Sessions of which every open booking is needed. */
  fullSessionIds: string[];
  /** Sessions where a seat may become free, so that the head of the queue is needed. */
  freeingSessionIds: string[];
  withdrawnTicketIds: string[];
  userIds: string[];
  /** Members who may be freed for another queue in which they wait. */
  releasedUserIds: string[];
  /** Sessions whose active members are all released. */
  releasedSessionIds: string[];
  /** Sessions whose entries lost with late cancellations may come back: a seat is refilled, or the session comes to nothing. */
  refilledSessionIds: string[];
  /** How many waiters of each such session to load. */
  headLimit: number;
}

/** A few more waiters than seats can become free, because some may have to be skipped. */
const SPARE_HEADS = 16;

/**
 * Plans the loading of a batch.
 *
 * @param attempt 0 at first; higher after a queue turned out to hold many who cannot take a seat
 */
export function planLoading(commands: readonly SeatCommand[], attempt = 0): LoadPlan {
  const plan: LoadPlan = {
    onlyBooks: attempt === 0 && commands.every((command) => command.kind === 'book'),
    sessionIds: [...new Set(commands.map((command) => command.sessionId))],
    pairs: [],
    bookingIds: [],
    fullSessionIds: [],
    freeingSessionIds: [],
    withdrawnTicketIds: [],
    userIds: [],
    releasedUserIds: [],
    releasedSessionIds: [],
    refilledSessionIds: [],
    headLimit: SPARE_HEADS * 8 ** attempt,
  };
  for (const command of commands) addCommand(plan, command);
  if (attempt > 0) plan.freeingSessionIds = plan.sessionIds;
  return plan;
}

function addCommand(plan: LoadPlan, command: SeatCommand): void {
  const { sessionId } = command;
  switch (command.kind) {
    case 'book':
      plan.pairs.push({ sessionId, userId: command.userId });
      plan.userIds.push(command.userId);
      return;
    case 'cancel':
      plan.bookingIds.push(command.bookingId);
      plan.releasedUserIds.push(command.userId);
      plan.refilledSessionIds.push(sessionId);
      freesSeats(plan, sessionId, 1);
      return;
    case 'changeSession':
      plan.fullSessionIds.push(sessionId);
      if (command.patch.startsAt || command.patch.endsAt) plan.releasedSessionIds.push(sessionId);
      plan.refilledSessionIds.push(sessionId);
      freesSeats(plan, sessionId, command.patch.capacity ?? 0);
      return;
    case 'cancelSession':
      plan.fullSessionIds.push(sessionId);
      plan.releasedSessionIds.push(sessionId);
      plan.refilledSessionIds.push(sessionId);
      return;
    case 'deleteSession':
      plan.fullSessionIds.push(sessionId);
      plan.refilledSessionIds.push(sessionId);
      return;
    case 'closeList':
      plan.fullSessionIds.push(sessionId);
      return;
    case 'withdrawTicket':
      plan.withdrawnTicketIds.push(command.ticketId);
      freesSeats(plan, sessionId, 1);
      return;
    case 'promote':
      freesSeats(plan, sessionId, 0);
      return;
  }
}

function freesSeats(plan: LoadPlan, sessionId: string, seats: number): void {
  plan.freeingSessionIds.push(sessionId);
  plan.headLimit += seats;
}
