/** Days of the week as a recurrence rule names them, in their order. */
export const WEEKDAYS = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const;
export type Weekday = (typeof WEEKDAYS)[number];

/** The rules that most series have: some days of every so many weeks. */
export interface WeeklyRule {
  weekdays: Weekday[];
  /** Every week, every second week … */
  everyWeeks: number;
}

/** A rule that this editor can show, or null when it says more than weekdays and weeks. */
export function readWeeklyRule(rule: string): WeeklyRule | null {
  const parts = new Map(rule.split(';').map((part) => part.split('=', 2) as [string, string]));
  const { FREQ, BYDAY = '', INTERVAL = '1', ...others } = Object.fromEntries(parts);
  const weekdays = BYDAY.split(',').filter((day): day is Weekday => WEEKDAYS.includes(day as Weekday));
  const isPlain = Object.keys(others).length === 0 && weekdays.join() === BYDAY;
  if (FREQ !== 'WEEKLY' || !isPlain || weekdays.length === 0) return null;
  return { weekdays, everyWeeks: Number(INTERVAL) };
}

/** The same as RFC 5545 writes it. */
export function writeWeeklyRule({ weekdays, everyWeeks }: WeeklyRule): string {
  const days = WEEKDAYS.filter((day) => weekdays.includes(day)).join(',');
  return `FREQ=WEEKLY;${everyWeeks > 1 ? `INTERVAL=${everyWeeks};` : ''}BYDAY=${days}`;
}

/** A date that is this day of the week, to be named by `Intl` in UTC. */
export function weekdayDate(weekday: Weekday): Date {
  // 1 January 2024 was a Monday.
  return new Date(Date.UTC(2024, 0, 1 + WEEKDAYS.indexOf(weekday)));
}

/** The weekday of a day such as `2026-11-24`. */
export function weekdayOf(day: string): Weekday {
  const sundayFirst = new Date(`${day}T12:00Z`).getUTCDay();
  return WEEKDAYS[(sundayFirst + 6) % 7] ?? 'MO';
}
