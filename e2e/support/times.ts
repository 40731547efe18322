/** The zone of the studio, its locations and the browsers: what is read off the screen never depends on the machine. */
export const ZONE = 'Europe/Ljubljana';

/** A time of day some days from now, at the studio. */
export function inDays(days: number, time = '18:00'): Temporal.ZonedDateTime {
  const day = Temporal.Now.plainDateISO(ZONE).add({ days });
  return day.toZonedDateTime({ timeZone: ZONE, plainTime: Temporal.PlainTime.from(time) });
}
