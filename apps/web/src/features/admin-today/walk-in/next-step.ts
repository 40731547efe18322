import type { DeskSession, PersonInSession } from '#lib/api/types.ts';

export type Step = 'checkIn' | 'blocked' | 'over' | 'overlaps' | 'waits' | 'fullLate' | 'sellForList' | 'sell' | 'book';

/**
 * What is to be done for somebody who wants to go in. What cannot be had is said before money is taken for it; the API decides again.
 *
 * @param now epoch milliseconds
 */
export function nextStep(
  { blocked }: { blocked?: boolean | undefined },
  session: Pick<DeskSession, 'startsAt' | 'endsAt' | 'activeCount' | 'capacity'>,
  { booking, ticket, refusal }: Pick<PersonInSession, 'booking' | 'ticket' | 'refusal'>,
  now: number,
): Step {
  const isFull = session.activeCount >= session.capacity;
  if (booking?.state === 'active') return 'checkIn';
  if (blocked) return 'blocked';
  if (now >= Date.parse(session.endsAt)) return 'over';
  if (isFull && now >= Date.parse(session.startsAt)) return 'fullLate';
  if (isFull && booking && ticket) return 'waits';
  if (refusal) return 'overlaps';
  if (!ticket) return isFull ? 'sellForList' : 'sell';
  return 'book';
}
