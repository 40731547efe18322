const MINUTE_MS = 60_000;

/**
 * The instant at which a clock on the wall of a time zone shows a date and time, as ISO 8601.
 *
 * A time that a change of the clocks skips is moved past the gap; of one that comes twice, the first is meant. (The
 * `Temporal` that would do this is not in every browser yet.)
 *
 * @param date `2026-03-29`
 * @param time `09:00`
 * @param timeZone IANA name
 */
export function wallTimeToInstant(date: string, time: string, timeZone: string): string {
  const asUtc = Date.parse(`${date}T${time}:00Z`);
  // The offsets a day before and a day after include both sides of any change in between.
  const offsets = [asUtc - 864e5, asUtc + 864e5].map((at) => offsetMs(at, timeZone)) as [number, number];
  const earlier = asUtc - Math.max(...offsets);
  const later = asUtc - Math.min(...offsets);
  const isShown = (at: number) => at + offsetMs(at, timeZone) === asUtc;
  return new Date(isShown(earlier) ? earlier : later).toISOString();
}

/** What a clock in a time zone shows at an instant: `{ date: '2026-03-29', time: '09:00' }`. */
export function instantToWallTime(instant: string, timeZone: string): { date: string; time: string } {
  const at = Date.parse(instant);
  const [date = '', time = ''] = new Date(at + offsetMs(at, timeZone)).toISOString().split('T');
  return { date, time: time.slice(0, 5) };
}

function offsetMs(at: number, timeZone: string): number {
  const parts = Object.fromEntries(
    new Intl.DateTimeFormat('en-US', {
      timeZone,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
    })
      .formatToParts(at)
      .map(({ type, value }) => [type, Number(value)]),
  );
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0 } = parts;
  return Date.UTC(year, month - 1, day, hour, minute) - Math.floor(at / MINUTE_MS) * MINUTE_MS;
}
