import { calculateSessionTimes, type StudioPolicy } from '#modules/schedule/index.ts';
import { demoLocations } from '../catalogue/places-and-people.ts';
import type { City, Person } from '../people/people.ts';
import type { Random } from '../random.ts';
import type { PlannedSession } from './plan-sessions.ts';

/** Somebody will try to book a session, at that time. */
export interface Wish<P extends Person = Person, S extends PlannedSession = PlannedSession> {
  person: P;
  session: S;
  at: Temporal.Instant;
}

const { compare } = Temporal.Instant;
const HOME: Record<City, (typeof demoLocations)[keyof typeof demoLocations]['timeZone']> = {
  Ljubljana: 'Europe/Ljubljana',
  Lisbon: 'Europe/Lisbon',
};

/** How many habits a person has, and how much likelier they keep one than try something else. */
const FAVOURITES = 4;
const LOYALTY = 10;

/**
 * What everybody would like to book in these weeks: so many sessions per week as they like to come, mostly at their
 * usual times, and never two on one day.
 */
export function planWishes<P extends Person, S extends PlannedSession>(
  random: Random,
  people: readonly P[],
  sessions: readonly S[],
  policy: StudioPolicy,
): Wish<P, S>[] {
  const weeks = [...Map.groupBy(sessions, ({ startsAt }) => weekOf(sessions, startsAt)).values()];
  return people.flatMap((person) => {
    const own = random.fork(person.email);
    const nearby = new Set(sessions.filter(({ slot }) => demoLocations[slot.location].timeZone === HOME[person.city]));
    const favourites = new Set(
      Array.from({ length: FAVOURITES }, () => own.weighted([...nearby], (session) => fondness(person, session)).slot),
    );
    return weeks.flatMap((week) =>
      pickWeek(
        own,
        person,
        week.filter((session) => nearby.has(session)),
        favourites,
      ).flatMap((session) => {
        const at = bookingTime(own, person, session, policy);
        return at ? [{ person, session, at }] : [];
      }),
    );
  });
}

function weekOf(sessions: readonly PlannedSession[], startsAt: Temporal.Instant): number {
  const first = sessions[0]?.startsAt ?? startsAt;
  return Math.floor(startsAt.since(first).total('hours') / (7 * 24));
}

function fondness({ plan }: Person, { appeal, slot }: PlannedSession): number {
  return plan === 'reformerFive' && slot.class === 'reformer' ? appeal * 8 : appeal;
}

function pickWeek<S extends PlannedSession>(
  random: Random,
  person: Person,
  week: readonly S[],
  favourites: ReadonlySet<S['slot']>,
): S[] {
  const picked: S[] = [];
  let free = week;
  for (let count = random.poisson(person.perWeek); count > 0 && free.length > 0; count -= 1) {
    const session = random.weighted(free, (one) => (favourites.has(one.slot) ? LOYALTY : fondness(person, one)));
    picked.push(session);
    free = free.filter((other) => other.day !== session.day);
  }
  return picked;
}

/** When they try to book; undefined when that would be before they came or after they left. */
function bookingTime(
  random: Random,
  { joinedAt, leftAt }: Person,
  session: PlannedSession,
  policy: StudioPolicy,
): Temporal.Instant | undefined {
  const { startsAt, slot, appeal, bookingOpensDaysBefore } = session;
  const terms = { startsAt, bookingOpensDaysBefore, bookingClosesMinutesBefore: null, cancellationCutoffMinutes: null };
  const { opensAt } = calculateSessionTimes(terms, null, demoLocations[slot.location].timeZone, policy);
  const wanted = startsAt.subtract({ minutes: Math.round(60 * leadHours(random, appeal)) });
  const opening = opensAt.add({ minutes: Math.round(random.between(0, 90)) });
  const settledIn = joinedAt.add({ minutes: 10 });
  const at = [opening, settledIn].reduce((latest, other) => (compare(other, latest) > 0 ? other : latest), wanted);
  if (compare(at, startsAt.subtract({ minutes: 15 })) > 0) return undefined;
  return leftAt && compare(startsAt, leftAt) > 0 ? undefined : at;
}

/** The more a session is wanted, the earlier it is booked. */
function leadHours(random: Random, appeal: number): number {
  const hurry = Math.min(2.2, Math.max(0.6, appeal));
  const kind = random.next();
  if (kind < 0.08) return random.between(0.4, 2);
  if (kind < 0.3) return random.between(2, 14);
  if (kind < 0.65) return random.between(14, 72) * hurry;
  return kind < 0.86 ? random.between(72, 120) * hurry : random.between(120, 500);
}
