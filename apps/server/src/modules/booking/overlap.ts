import { hasReached } from './booking.ts';
import type { Member, Rooms } from './rooms.ts';
import type { SessionRoom } from './session-room.ts';

/** True when the member holds an active booking at the same time and the studio does not allow that. */
export function overlapsAnother(rooms: Rooms, room: SessionRoom, member: Member): boolean {
  if (rooms.policy.overlappingBookingsAllowed) return false;
  const { id, startsAt, endsAt } = room.session;
  for (const [sessionId, other] of member.activeTimes) {
    if (sessionId === id) continue;
    if (!hasReached(startsAt, other.endsAt) && !hasReached(other.startsAt, endsAt)) return true;
  }
  return false;
}
