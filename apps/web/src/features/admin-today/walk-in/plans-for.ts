import type { DeskSession, TicketPlan } from '#lib/api/types.ts';

const DAY_MS = 86_400_000;

/**
 * Those plans whose ticket, sold now, could be used for a session: for its class, and valid at its start. For one that is on that is
 * only a ticket that starts with its first booking.
 *
 * @param now epoch milliseconds
 */
export function plansFor<P extends Pick<TicketPlan, 'classIds' | 'validityDays' | 'starts'>>(
  session: Pick<DeskSession, 'class' | 'startsAt'>,
  plans: readonly P[],
  now: number,
): P[] {
  const startsAt = Date.parse(session.startsAt);
  const isInTime = ({ validityDays, starts }: P) =>
    startsAt < now + validityDays * DAY_MS && (starts === 'first_booking' || now <= startsAt);
  const isForClass = ({ classIds }: P) => classIds === null || classIds.includes(session.class.id);
  return plans.filter((plan) => isInTime(plan) && isForClass(plan));
}
