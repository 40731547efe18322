/** A booking of which its member may want to be reminded. */
export interface ReminderCandidate {
  startsAt: Temporal.Instant;
  /** When the member last learned of the time, by getting the place or by being told that the session was moved. */
  knownSince: Temporal.Instant;
  /** Minutes before the start at which the member wants to be reminded. */
  leads: readonly number[];
}

const { compare } = Temporal.Instant;

/**
 * The reminder that is due at `now`, as its minutes before the start; null when none is.
 *
 * Of several whose time has passed, as after an outage, only the shortest: the longer ones say nothing more. None to
 * members who learned of the time after the reminder was due: they know.
 *
 * Leads are exact: over a change of the clocks, 1,440 minutes are 24 hours and not the same time of the day before.
 */
export function dueReminder({ startsAt, knownSince, leads }: ReminderCandidate, now: Temporal.Instant): number | null {
  if (compare(now, startsAt) >= 0) return null;
  const dueAt = (lead: number) => startsAt.subtract({ minutes: lead });
  const [shortest] = leads.filter((lead) => compare(dueAt(lead), now) <= 0).sort((a, b) => a - b);
  if (shortest === undefined || compare(knownSince, dueAt(shortest)) > 0) return null;
  return shortest;
}
