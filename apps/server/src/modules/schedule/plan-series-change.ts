import { occurrenceTimes, type SeriesTimes } from './expand-series.ts';
import { ruleDates } from './series-rule.ts';

/** What a series gives its sessions. */
export interface SeriesTerms extends SeriesTimes {
  capacity: number;
  instructorId: string;
  locationId: string;
  timeZone: string;
}

/** A coming session of a series, as it is now. */
export interface SeriesSession {
  id: string;
  /** The day that it was made for, wherever it was moved since. */
  seriesOccurrence: Temporal.PlainDate;
  startsAt: Temporal.Instant;
  endsAt: Temporal.Instant;
  capacity: number;
  instructorId: string;
  locationId: string;
  activeCount: number;
  waitingCount: number;
}

/** What changes about one session. */
export interface SeriesSessionPatch {
  startsAt?: Temporal.Instant;
  endsAt?: Temporal.Instant;
  capacity?: number;
  instructorId?: string;
  location?: { id: string; timeZone: string };
}

export interface SeriesPlan {
  changed: { session: SeriesSession; patch: SeriesSessionPatch }[];
  /** On days that the series no longer has. */
  ended: SeriesSession[];
}

/**
 * What a change of a series does to its coming sessions. What somebody changed about one session alone stays as they wanted it; a
 * session on a closed day stays too. Rule: DOMAIN "Sessions change".
 *
 * @param after the series from now on; null when it ends
 */
export function planSeriesChange(
  before: SeriesTerms,
  after: SeriesTerms | null,
  sessions: readonly SeriesSession[],
): SeriesPlan {
  const days = after ? daysAmong(after, sessions) : new Set<string>();
  const plan: SeriesPlan = { changed: [], ended: [] };
  for (const session of sessions) {
    if (!after || !days.has(session.seriesOccurrence.toString())) {
      plan.ended.push(session);
      continue;
    }
    const patch = patchOf(before, after, session);
    if (Object.keys(patch).length > 0) plan.changed.push({ session, patch });
  }
  return plan;
}

/** The series' days in the time that the sessions span. */
function daysAmong({ rule, startsOn, endsOn }: SeriesTerms, sessions: readonly SeriesSession[]): Set<string> {
  const [first, ...others] = sessions.map((session) => session.seriesOccurrence);
  if (!first) return new Set();
  const earlier = (a: Temporal.PlainDate, b: Temporal.PlainDate) => (Temporal.PlainDate.compare(a, b) < 0 ? a : b);
  const later = (a: Temporal.PlainDate, b: Temporal.PlainDate) => (Temporal.PlainDate.compare(a, b) < 0 ? b : a);
  const last = others.reduce(later, first);
  const days = ruleDates(rule, startsOn, others.reduce(earlier, first), endsOn ? earlier(endsOn, last) : last);
  return new Set(days.map(String));
}

function patchOf(before: SeriesTerms, after: SeriesTerms, session: SeriesSession): SeriesSessionPatch {
  const patch: SeriesSessionPatch = {};
  const was = occurrenceTimes(before, before.timeZone, session.seriesOccurrence);
  const becomes = occurrenceTimes(after, after.timeZone, session.seriesOccurrence);
  if (was.startsAt.equals(session.startsAt) && was.endsAt.equals(session.endsAt)) {
    if (!becomes.startsAt.equals(session.startsAt)) patch.startsAt = becomes.startsAt;
    if (!becomes.endsAt.equals(session.endsAt)) patch.endsAt = becomes.endsAt;
  }
  if (session.capacity === before.capacity && session.capacity !== after.capacity) patch.capacity = after.capacity;
  if (session.instructorId === before.instructorId && session.instructorId !== after.instructorId) {
    patch.instructorId = after.instructorId;
  }
  if (session.locationId === before.locationId && session.locationId !== after.locationId) {
    patch.location = { id: after.locationId, timeZone: after.timeZone };
  }
  return patch;
}
