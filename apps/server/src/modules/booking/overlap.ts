import { hasReached } from '#platform/instants.ts';
import type { Member, Rooms } from './rooms.ts';
import type { SessionRoom } from './session-room.ts';

/** The other session in which the member holds a place at the same time; null when there is none or the studio allows it. */
export function findOverlap(rooms: Rooms, room: SessionRoom, member: Member): string | null {
  if (rooms.policy.overlappingBookingsAllowed) return null;
  const { id, startsAt, endsAt } = room.session;
  for (const [sessionId, other] of member.activeTimes) {
    if (sessionId === id) continue;
    if (!hasReached(startsAt, other.endsAt) && !hasReached(other.startsAt, endsAt)) return sessionId;
  }
  return null;
}
