/** True at and after `limit`. */
export function hasReached(now: Temporal.Instant, limit: Temporal.Instant): boolean {
  // Asked a dozen times for every booking, and to compare instants costs five times as much as to read their milliseconds.
  const milliseconds = now.epochMilliseconds - limit.epochMilliseconds;
  return milliseconds === 0 ? Temporal.Instant.compare(now, limit) >= 0 : milliseconds > 0;
}

/** The later of two instants. */
export function later(a: Temporal.Instant, b: Temporal.Instant): Temporal.Instant {
  return hasReached(a, b) ? a : b;
}

/** The earlier of two instants. */
export function earlier(a: Temporal.Instant, b: Temporal.Instant): Temporal.Instant {
  return hasReached(a, b) ? b : a;
}
