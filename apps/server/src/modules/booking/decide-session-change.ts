import type { AuditAction } from '#modules/audit/index.ts';
import { hasReached } from '#platform/instants.ts';
import { fillFreeSeats } from './decide-promotion.ts';
import type { Rooms } from './rooms.ts';
import {
  type CancelSessionCommand,
  type ChangeSessionCommand,
  type CloseListCommand,
  type Decision,
  type DeleteSessionCommand,
  refused,
  type SessionPatch,
  type WithdrawTicketCommand,
} from './seat-command.ts';
import { endBooking, moveHour, returnEntry, returnForfeitedEntry, tell } from './seat-moves.ts';
import type { LockedSession, SessionRoom } from './session-room.ts';

/** A move by more than this, or to another location, is one that members are told about. */
const NOTABLE_MOVE_MINUTES = 15;

/**
 * Edits a session; a larger capacity promotes, a smaller one is refused unless over-capacity is accepted. From the start on an edit
 * corrects the records (who taught, where, until when): nobody is told, and nothing becomes free to cancel. Rule: DOMAIN "Sessions change".
 */
export function decideChangeSession(rooms: Rooms, room: SessionRoom, command: ChangeSessionCommand): Decision {
  const { session } = room;
  const { patch } = command;
  const refusal = refuseChange(rooms, session, command);
  if (refusal) return refusal;

  const before = { ...session };
  applyPatch(session, patch);
  session.overCapacity = session.activeCount > session.capacity;
  session.revision += 1;
  if (!hasReached(rooms.now, before.startsAt)) announceChange(rooms, room, before);
  if (!before.startsAt.equals(session.startsAt) || !before.endsAt.equals(session.endsAt)) moveHour(rooms, room);
  room.refreshTimes();
  rooms.changes.sessions.add(room);
  rooms.changes.editedSessions.add(room);
  auditSession(rooms, command, 'session.change', changedFields(before, session));
  fillFreeSeats(rooms, room, session.capacity > before.capacity ? 'capacity_raised' : 'swept');
  return { outcome: 'done' };
}

/**
 * Cancels a session: every booking ends and every spent entry comes back, those of late cancellations too. One that is over was
 * held: who came, and what they spent on it, stays as it was.
 */
export function decideCancelSession(rooms: Rooms, room: SessionRoom, command: CancelSessionCommand): Decision {
  const { session } = room;
  if (session.deletedAt) return refused('not_found', { detail: 'No such session' });
  if (session.state === 'canceled') return refused('already_canceled');
  if (hasReached(rooms.now, session.endsAt)) return refused('session_ended', { endsAt: session.endsAt.toString() });
  const conflict = refuseOtherVersion(session, command);
  if (conflict) return conflict;
  const { activeCount, waitingCount } = session;
  for (const booking of room.openBookings()) {
    const spent = booking.state === 'active';
    endBooking(rooms, room, booking, 'session_canceled', command.staff.id);
    if (spent) returnEntry(rooms, booking);
    tell(rooms, 'session_canceled', booking);
  }
  for (const booking of room.forfeited) returnForfeitedEntry(rooms, booking);
  session.revision += 1;
  session.state = 'canceled';
  session.canceledAt = rooms.now;
  session.canceledReason = command.reason;
  rooms.changes.sessions.add(room);
  rooms.changes.editedSessions.add(room);
  auditSession(rooms, command, 'session.cancel', {
    before: { state: 'scheduled', activeCount, waitingCount },
    after: { state: 'canceled' },
  });
  return { outcome: 'done' };
}

/**
 * Takes a session off the schedule; one with bookings must be canceled first, so that nobody is dropped silently. Entries of late
 * cancellations come back as from a canceled one: nobody pays for a session that is not there.
 */
export function decideDeleteSession(rooms: Rooms, room: SessionRoom, command: DeleteSessionCommand): Decision {
  const { session } = room;
  if (session.deletedAt) return refused('not_found', { detail: 'No such session' });
  const conflict = refuseOtherVersion(session, command);
  if (conflict) return conflict;
  const open = session.activeCount + session.waitingCount;
  if (open > 0) return refused('still_in_use', { detail: `${open} bookings are open; cancel the session first` });
  for (const booking of room.forfeited) returnForfeitedEntry(rooms, booking);
  session.deletedAt = rooms.now;
  rooms.changes.sessions.add(room);
  rooms.changes.editedSessions.add(room);
  auditSession(rooms, command, 'session.delete', { before: {}, after: { isActive: false } });
  return { outcome: 'done' };
}

/** At the start whoever still waits is told that it came to nothing. */
export function decideCloseList(rooms: Rooms, room: SessionRoom, _command: CloseListCommand): Decision {
  if (!hasReached(rooms.now, room.session.startsAt)) return { outcome: 'done' };
  for (const booking of room.openBookings()) {
    if (booking.state !== 'waiting') continue;
    endBooking(rooms, room, booking, 'list_closed', null);
    tell(rooms, 'waiting_list_closed', booking);
  }
  return { outcome: 'done' };
}

/** Ends the active bookings that a revoked ticket paid for; the revocation already took all its entries. */
export function decideWithdrawTicket(rooms: Rooms, room: SessionRoom, command: WithdrawTicketCommand): Decision {
  if (hasReached(rooms.now, room.session.startsAt)) return { outcome: 'done' };
  for (const booking of room.openBookings()) {
    if (booking.ticketId !== command.ticketId || booking.state !== 'active') continue;
    endBooking(rooms, room, booking, 'ticket_revoked', null);
    tell(rooms, 'ticket_withdrawn', booking);
    fillFreeSeats(rooms, room, 'seat_freed');
  }
  return { outcome: 'done' };
}

function refuseChange(rooms: Rooms, session: LockedSession, command: ChangeSessionCommand): Decision | null {
  if (session.deletedAt) return refused('not_found', { detail: 'No such session' });
  if (session.state === 'canceled') return refused('session_canceled');
  const conflict = refuseOtherVersion(session, command);
  if (conflict) return conflict;
  const { patch, allowOverCapacity } = command;
  const startsAt = patch.startsAt ?? session.startsAt;
  const endsAt = patch.endsAt ?? session.endsAt;
  if (hasReached(startsAt, endsAt)) return invalid('endsAt', 'must be after startsAt');
  if (patch.startsAt && !patch.startsAt.equals(session.startsAt)) {
    if (hasReached(rooms.now, session.startsAt)) return refused('session_started');
    if (hasReached(rooms.now, patch.startsAt)) return invalid('startsAt', 'must be in the future');
  }
  // What is over stays over: with a later end it could be canceled, or booked at the desk.
  if (hasReached(rooms.now, session.endsAt) && !hasReached(rooms.now, endsAt)) {
    return refused('session_ended', { endsAt: session.endsAt.toString() });
  }
  if (patch.capacity !== undefined && patch.capacity < session.activeCount && !allowOverCapacity) {
    return refused('capacity_below_active', { activeCount: session.activeCount, capacity: patch.capacity });
  }
  return null;
}

function refuseOtherVersion({ revision }: LockedSession, { version }: { version?: number }): Decision | null {
  return version === undefined || version === revision ? null : refused('version_conflict', { version: revision });
}

function invalid(field: string, message: string): Decision {
  return refused('validation_failed', { detail: `${field}: ${message}`, errors: [{ field, message }] });
}

function applyPatch(session: LockedSession, { location, ...patch }: SessionPatch): void {
  Object.assign(session, patch);
  if (location) Object.assign(session, { locationId: location.id, timeZone: location.timeZone });
}

/** Tells everybody of another time, place or instructor; after a notable move they may cancel free until the start. */
function announceChange(rooms: Rooms, room: SessionRoom, before: LockedSession): void {
  const { session } = room;
  const moved = isNotableMove(before, session);
  if (moved) session.movedAt = rooms.now;
  for (const booking of room.openBookings()) {
    if (moved) tell(rooms, 'session_moved', booking, session.revision);
    if (session.instructorId !== before.instructorId) tell(rooms, 'instructor_changed', booking, session.revision);
  }
}

function isNotableMove(before: LockedSession, after: LockedSession): boolean {
  const minutes = Math.abs(after.startsAt.since(before.startsAt).total('minutes'));
  return minutes > NOTABLE_MOVE_MINUTES || before.locationId !== after.locationId;
}

function changedFields(before: LockedSession, after: LockedSession) {
  const text = (value: unknown) => (value instanceof Temporal.Instant ? value.toString() : value);
  const changed = Object.entries(after).filter(
    ([key, value]) => key !== 'revision' && text(value) !== text(before[key as keyof LockedSession]),
  );
  const pick = (from: LockedSession) =>
    Object.fromEntries(changed.map(([key]) => [key, text(from[key as keyof LockedSession])]));
  return { before: pick(before), after: pick(after) };
}

function auditSession(
  rooms: Rooms,
  { staff, sessionId, reason }: ChangeSessionCommand | CancelSessionCommand | DeleteSessionCommand,
  action: AuditAction,
  fields: { before: Record<string, unknown>; after: Record<string, unknown> },
): void {
  rooms.changes.audit.push({ actor: staff, action, entity: 'session', entityId: sessionId, reason, ...fields });
}
