const DAY_MS = 864e5;
const NOON = 'T12:00Z';

/** A day some days later: `2026-11-24` and 7 become `2026-12-01`. */
export function addDays(day: string, days: number): string {
  return new Date(Date.parse(day + NOON) + days * DAY_MS).toISOString().slice(0, 10);
}

/** The Monday of the week of a day. */
export function mondayOf(day: string): string {
  return addDays(day, -((dayDate(day).getUTCDay() + 6) % 7));
}

/** The seven days from a Monday on. */
export function daysFrom(monday: string): string[] {
  return Array.from({ length: 7 }, (_, index) => addDays(monday, index));
}

/** A day for `Intl`, to be shown in UTC. */
export function dayDate(day: string): Date {
  return new Date(day + NOON);
}
