import type { DeskSession } from '#lib/api/types.ts';

type Timed = Pick<DeskSession, 'id' | 'startsAt' | 'endsAt' | 'state'>;

export type Phase = 'over' | 'now' | 'next' | 'later' | 'canceled';

/**
 * Where each session of a day stands: `next` are those that start soonest from now on, also when several start together.
 *
 * @param now epoch milliseconds
 */
export function phasesOf(sessions: readonly Timed[], now: number): Map<string, Phase> {
  const starts = sessions.filter(({ state }) => state === 'scheduled').map(({ startsAt }) => Date.parse(startsAt));
  const soonest = Math.min(...starts.filter((start) => start > now));
  return new Map(sessions.map((session) => [session.id, phaseOf(session, now, soonest)]));
}

function phaseOf({ startsAt, endsAt, state }: Timed, now: number, soonest: number): Phase {
  if (Date.parse(endsAt) <= now) return 'over';
  if (state === 'canceled') return 'canceled';
  const start = Date.parse(startsAt);
  if (start <= now) return 'now';
  return start === soonest ? 'next' : 'later';
}
