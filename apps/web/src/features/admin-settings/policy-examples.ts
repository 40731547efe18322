import type { StudioSettings } from '#lib/api/types.ts';
import { instantToWallTime, wallTimeToInstant } from '#lib/format/wall-time.ts';

export type Policy = StudioSettings['policy'];

const TUESDAY = 2;
/** How long the session of the examples lasts. */
const LENGTH_MINUTES = 60;
const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;
/** When the last place of the example comes free: shortly before the waiting list closes. */
const BEFORE_CLOSING_MINUTES = 10;

/** The session of the examples: the next Tuesday, 18:00 on the studio's clock; today is not the next one. */
export function exampleStart(now: Date, timeZone: string): string {
  const { date } = instantToWallTime(now.toISOString(), timeZone);
  const today = new Date(date).getUTCDay();
  return wallTimeToInstant(daysAfter(date, (TUESDAY - today + 7) % 7 || 7), '18:00', timeZone);
}

/** The instants that the policy gives for one session, as ISO 8601; null where a rule is not filled in. */
export interface PolicyExamples {
  opensAt: string | null;
  closesAt: string | null;
  cancelFreeUntil: string | null;
  listClosesAt: string | null;
  /** Somebody moves up here … */
  promotedAt: string | null;
  /** … and can give the place back free until here; null when that is not possible. */
  declineUntil: string | null;
  endsAt: string | null;
  /** Who was not checked in is marked from here. */
  noShowAt: string | null;
}

/** What the rules mean for a session, without any of its own: the same arithmetic as the API's (days keep the wall time). */
export function policyExamples(
  policy: { [Rule in keyof Policy]: Policy[Rule] | null },
  startsAt: string,
  timeZone: string,
): PolicyExamples {
  const start = Date.parse(startsAt);
  const before = (minutes: number | null) => (minutes === null ? null : start - minutes * MINUTE_MS);
  const cutoff = before(policy.cancellationCutoffMinutes);
  const listCloses = before(policy.waitlistClosesMinutesBefore);
  const end = start + LENGTH_MINUTES * MINUTE_MS;
  const { noShowMinutesAfter: after } = policy;
  const promoted = listCloses === null ? null : listCloses - BEFORE_CLOSING_MINUTES * MINUTE_MS;
  return {
    opensAt:
      policy.bookingOpensDaysBefore === null ? null : daysBefore(startsAt, policy.bookingOpensDaysBefore, timeZone),
    closesAt: iso(before(policy.bookingClosesMinutesBefore)),
    cancelFreeUntil: iso(cutoff),
    listClosesAt: iso(listCloses),
    promotedAt: iso(promoted),
    declineUntil: iso(declineUntil({ start, cutoff, promoted, graceMinutes: policy.promotionGraceMinutes })),
    endsAt: iso(end),
    noShowAt: after === null ? null : iso(end + after * MINUTE_MS),
  };
}

interface Promotion {
  start: number;
  cutoff: number | null;
  promoted: number | null;
  graceMinutes: number | null;
}

/** The grace never ends before free cancellation does, nor after the start. */
function declineUntil({ start, cutoff, promoted, graceMinutes }: Promotion): number | null {
  if (cutoff === null || promoted === null || graceMinutes === null) return null;
  const until = Math.min(start, Math.max(cutoff, promoted + graceMinutes * MINUTE_MS));
  return until > promoted ? until : null;
}

function daysBefore(instant: string, days: number, timeZone: string): string {
  const { date, time } = instantToWallTime(instant, timeZone);
  return wallTimeToInstant(daysAfter(date, -days), time, timeZone);
}

const daysAfter = (day: string, days: number) => new Date(Date.parse(day) + days * DAY_MS).toISOString().slice(0, 10);
const iso = (at: number | null) => (at === null ? null : new Date(at).toISOString());
