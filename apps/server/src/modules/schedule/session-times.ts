/** What the studio decided once for all its sessions; classes and sessions may override some of it. */
export interface StudioPolicy {
  /** Calendar days before the start, in the location's zone, at the same wall time. */
  bookingOpensDaysBefore: number;
  bookingClosesMinutesBefore: number;
  /** Free cancellation ends this long before the start. */
  cancellationCutoffMinutes: number;
  /** Until this long before the start a freed seat goes to the waiting list. */
  waitlistClosesMinutesBefore: number;
  /** Free cancellation after a promotion, or after a booking made inside the cutoff. */
  promotionGraceMinutes: number;
  overlappingBookingsAllowed: boolean;
}

/** What one session says about its own times; null leaves it to the class or the studio. */
export interface SessionTerms {
  startsAt: Temporal.Instant;
  bookingOpensDaysBefore: number | null;
  bookingClosesMinutesBefore: number | null;
  cancellationCutoffMinutes: number | null;
}

export interface SessionTimes {
  /** Booking is possible from here … */
  opensAt: Temporal.Instant;
  /** … until just before here. */
  closesAt: Temporal.Instant;
  /** Cancellation is free until just before here. */
  cutoffAt: Temporal.Instant;
  /** The waiting list moves until just before here. */
  waitlistClosesAt: Temporal.Instant;
}

/**
 * When booking opens and closes, free cancellation ends and the waiting list closes.
 *
 * The nearest word counts: session, then class (cutoff only), then studio. Days are calendar days at `timeZone`, so that
 * booking opens at the wall time of the start also across a daylight-saving change; where that wall time was skipped
 * it opens right after the gap, where it came twice at the first. Rule: DOMAIN "Book", "Cancel", "Promote".
 */
export function calculateSessionTimes(
  session: SessionTerms,
  classCutoffMinutes: number | null,
  timeZone: string,
  policy: StudioPolicy,
): SessionTimes {
  const { startsAt } = session;
  const days = session.bookingOpensDaysBefore ?? policy.bookingOpensDaysBefore;
  const closing = session.bookingClosesMinutesBefore ?? policy.bookingClosesMinutesBefore;
  const cutoff = session.cancellationCutoffMinutes ?? classCutoffMinutes ?? policy.cancellationCutoffMinutes;
  return {
    opensAt: startsAt.toZonedDateTimeISO(timeZone).subtract({ days }).toInstant(),
    closesAt: startsAt.subtract({ minutes: closing }),
    cutoffAt: startsAt.subtract({ minutes: cutoff }),
    waitlistClosesAt: startsAt.subtract({ minutes: policy.waitlistClosesMinutesBefore }),
  };
}
