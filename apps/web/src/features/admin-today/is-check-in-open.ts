import type { DeskSession } from '#lib/api/types.ts';

/**
 * Whether members can be checked in; the API decides, this keeps buttons away that would be refused.
 *
 * @param now epoch milliseconds
 */
export function isCheckInOpen(session: DeskSession, now: number): boolean {
  const { state, checkInOpensAt, checkInClosesAt } = session;
  return state === 'scheduled' && now >= Date.parse(checkInOpensAt) && now < Date.parse(checkInClosesAt);
}
