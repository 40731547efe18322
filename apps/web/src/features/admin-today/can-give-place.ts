import type { DeskSession } from '#lib/api/types.ts';

type Session = Pick<DeskSession, 'state' | 'startsAt' | 'endsAt' | 'waitlistClosesAt' | 'activeCount' | 'capacity'>;

/**
 * Whether staff could give a free place to somebody who waits: once the list has closed, for until then it moves by itself. The API
 * decides; this keeps the button away where it would be refused.
 *
 * @param now epoch milliseconds
 */
export function canGivePlace(session: Session, now: number): boolean {
  const { state, startsAt, endsAt, waitlistClosesAt, activeCount, capacity } = session;
  const isClosed = now >= Math.min(Date.parse(waitlistClosesAt), Date.parse(startsAt));
  return state === 'scheduled' && activeCount < capacity && isClosed && now < Date.parse(endsAt);
}
