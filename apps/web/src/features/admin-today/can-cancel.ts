import type { DeskSession, RosterEntry } from '#lib/api/types.ts';

/**
 * Whether staff could cancel a booking: until the start, and until the end one that was made after it. The API decides, this keeps
 * away what would be refused.
 *
 * @param now epoch milliseconds
 */
export function canCancel(
  { state, startsAt, endsAt }: Pick<DeskSession, 'state' | 'startsAt' | 'endsAt'>,
  { bookedAt }: Pick<RosterEntry, 'bookedAt'>,
  now: number,
): boolean {
  const start = Date.parse(startsAt);
  const isLateWalkIn = Date.parse(bookedAt) >= start && now < Date.parse(endsAt);
  return state === 'scheduled' && (now < start || isLateWalkIn);
}
