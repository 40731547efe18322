const clock = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const;

/** How times look, by what they are read for. The same clock as in the web app. */
const looks = {
  /** In a subject line: `Tue, Nov 24, 18:30`. */
  brief: { weekday: 'short', day: 'numeric', month: 'short', ...clock },
  /** In a sentence: `Tuesday, November 24 at 18:30`. */
  moment: { weekday: 'long', day: 'numeric', month: 'long', ...clock },
  /** Among the facts of a session, with the zone: `Tuesday, November 24, 18:30 – 19:45 GMT+1`. */
  span: { weekday: 'long', day: 'numeric', month: 'long', ...clock, timeZoneName: 'short' },
  day: { day: 'numeric', month: 'long', year: 'numeric' },
  /** Where no session tells the zone: `November 24, 2026 at 18:30 GMT+1`. */
  stamp: { day: 'numeric', month: 'long', year: 'numeric', ...clock, timeZoneName: 'short' },
} as const satisfies Record<string, Intl.DateTimeFormatOptions>;

/** A time as people of a language read it, on the clocks of a zone. */
export function formatTime(
  look: Exclude<keyof typeof looks, 'span'>,
  at: Temporal.Instant,
  language: string,
  timeZone: string,
): string {
  return new Intl.DateTimeFormat(language, { ...looks[look], timeZone }).format(at);
}

/** From when until when a session is, on the clocks of its own zone. */
export function formatSpan(
  { startsAt, endsAt, timeZone }: { startsAt: Temporal.Instant; endsAt: Temporal.Instant; timeZone: string },
  language: string,
): string {
  return new Intl.DateTimeFormat(language, { ...looks.span, timeZone }).formatRange(startsAt, endsAt);
}

/**
 * Money as people of a language read it.
 *
 * @param amountMinor integer in the currency's minor unit (cents; whole yen, as the yen has none)
 * @param currency ISO 4217
 */
export function formatMoney(amountMinor: number, currency: string, language: string): string {
  const format = new Intl.NumberFormat(language, { style: 'currency', currency });
  const digits = format.resolvedOptions().maximumFractionDigits ?? 2;
  return format.format(amountMinor / 10 ** digits);
}
