import type { Policy } from './policy-examples.ts';

/** The rules that are a yes or a no. */
type SwitchName = 'overlappingBookingsAllowed' | 'noShowsMarked';
export type RuleName = Exclude<keyof Policy, SwitchName>;

export interface Rule {
  name: RuleName;
  /** The most that the API takes. */
  max: number;
}

const MAX_DAYS = 365;
const MAX_MINUTES = 365 * 24 * 60;
const MAX_MINUTES_AFTER = 24 * 60;

/** In the order in which a booking meets them. */
export const rules: readonly Rule[] = [
  { name: 'bookingOpensDaysBefore', max: MAX_DAYS },
  { name: 'bookingClosesMinutesBefore', max: MAX_MINUTES },
  { name: 'cancellationCutoffMinutes', max: MAX_MINUTES },
  { name: 'waitlistClosesMinutesBefore', max: MAX_MINUTES },
  { name: 'promotionGraceMinutes', max: MAX_MINUTES },
  { name: 'noShowMinutesAfter', max: MAX_MINUTES_AFTER },
];

/** What the form holds: numbers as they are typed. */
export type PolicyValues = Record<RuleName, string> & Pick<Policy, SwitchName>;

export function policyValues({ overlappingBookingsAllowed, noShowsMarked, ...numbers }: Policy): PolicyValues {
  const texts = Object.fromEntries(rules.map(({ name }) => [name, String(numbers[name])])) as Record<RuleName, string>;
  return { ...texts, overlappingBookingsAllowed, noShowsMarked };
}

/** The same as numbers; null where none was typed. */
export function policyOf(values: PolicyValues): Record<RuleName, number | null> & Pick<Policy, SwitchName> {
  const numbers = Object.fromEntries(rules.map(({ name, max }) => [name, readWhole(values[name], max)]));
  const { overlappingBookingsAllowed, noShowsMarked } = values;
  return { ...(numbers as Record<RuleName, number | null>), overlappingBookingsAllowed, noShowsMarked };
}

/** A whole number from 0 to `max`, otherwise null. */
export function readWhole(text: string, max: number): number | null {
  const number = /^\s*\d+\s*$/.test(text) ? Number(text) : Number.NaN;
  return number <= max ? number : null;
}
