/** What the account page offers, in minutes before the start. */
const OFFERED = [2_880, 1_440, 240, 120, 60, 30];

/** As many as the API takes. */
export const MAX_REMINDERS = 3;

/** The times to choose from, longest first: those offered and whatever else was chosen before. */
export function reminderChoices(chosen: readonly number[]): number[] {
  return [...new Set([...OFFERED, ...chosen])].sort((a, b) => b - a);
}

/** Minutes in the largest unit that holds them without a remainder; a day is called 24 hours, as clocks may change in it. */
export function reminderTime(minutes: number): { value: number; unit: 'hour' | 'minute' } {
  return minutes % 60 === 0 ? { value: minutes / 60, unit: 'hour' } : { value: minutes, unit: 'minute' };
}
