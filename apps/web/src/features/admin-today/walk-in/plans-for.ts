import type { DeskSession, TicketPlan } from '#lib/api/types.ts';

const DAY_MS = 86_400_000;

/**
 * Those plans whose ticket, sold now, could be used for a session: for its class, and valid when it starts, or now if it is on.
 *
 * @param now epoch milliseconds
 */
export function plansFor<P extends Pick<TicketPlan, 'classIds' | 'validityDays'>>(
  session: Pick<DeskSession, 'class' | 'startsAt'>,
  plans: readonly P[],
  now: number,
): P[] {
  const startsAt = Date.parse(session.startsAt);
  const isInTime = ({ validityDays }: P) => startsAt < now + validityDays * DAY_MS;
  const isForClass = ({ classIds }: P) => classIds === null || classIds.includes(session.class.id);
  return plans.filter((plan) => isInTime(plan) && isForClass(plan));
}
