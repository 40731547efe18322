import { RRuleTemporal } from 'rrule-temporal';

/** What a rule may be made of. Times of day are not among it: a series has one wall time, so it makes one session a day at most. */
const PARTS = new Map([
  ['FREQ', /^(DAILY|WEEKLY|MONTHLY|YEARLY)$/],
  ['INTERVAL', /^[1-9]\d?$/],
  ['COUNT', /^[1-9]\d{0,3}$/],
  // A day, and the last one that counts: an instant would mean another day in another zone.
  ['UNTIL', /^\d{8}$/],
  ['BYDAY', /^(([+-]?[1-5])?(MO|TU|WE|TH|FR|SA|SU)(,(?!$)|$))+$/],
  ['BYMONTH', /^(([1-9]|1[0-2])(,(?!$)|$))+$/],
  ['BYMONTHDAY', /^(-?([1-9]|[12]\d|3[01])(,(?!$)|$))+$/],
  ['BYSETPOS', /^(-?[1-9]\d?(,(?!$)|$))+$/],
  ['WKST', /^(MO|SU)$/],
]);

/**
 * Why a text is not a rule, or null when it is one: an RFC 5545 recurrence rule without `RRULE:`, daily at the finest.
 */
export function refuseRule(rule: string): string | null {
  const parts = rule.split(';').map((part) => part.split('='));
  const names = parts.map(([name]) => name ?? '');
  for (const [name = '', ...value] of parts) {
    const allowed = PARTS.get(name);
    if (!allowed) return `knows no ${name || 'part without a name'}, only ${[...PARTS.keys()].join(', ')}`;
    if (!allowed.test(value.join('='))) return `has a ${name} that cannot be: ${value.join('=')}`;
  }
  if (new Set(names).size < names.length) return 'names a part twice';
  if (!names.includes('FREQ')) return 'needs a FREQ of DAILY, WEEKLY, MONTHLY or YEARLY';
  if (names.includes('COUNT') && names.includes('UNTIL')) return 'ends by COUNT or by UNTIL, not by both';
  const ordinal = /[1-5](MO|TU|WE|TH|FR|SA|SU)/.test(rule);
  if (ordinal && /FREQ=(DAILY|WEEKLY)/.test(rule)) return 'counts weekdays (1MO) in months and years only';
  return holdsDate(rule) ? null : 'has an UNTIL that is no day';
}

/**
 * The days of a rule from `from` to `to`, both included. What counts is the rule's own beginning: INTERVAL and COUNT start
 * there, and a beginning that does not fit the rule is not one of its days.
 */
export function ruleDates(
  rule: string,
  startsOn: Temporal.PlainDate,
  from: Temporal.PlainDate,
  to: Temporal.PlainDate,
): Temporal.PlainDate[] {
  // In UTC every day has one midnight, so that no clock change can leave out or shift a day.
  const midnight = (day: Temporal.PlainDate) => day.toZonedDateTime('UTC');
  const days = new RRuleTemporal({ rruleString: rule, dtstart: midnight(startsOn), temporal: Temporal, cache: false });
  const first = Temporal.PlainDate.compare(from, startsOn) < 0 ? startsOn : from;
  if (Temporal.PlainDate.compare(first, to) > 0) return [];
  return days.between(midnight(first), midnight(to), true).map((time) => time.toPlainDate());
}

/** The rule for those who go on with it after `consumed` of its days: the rest of its COUNT, if it has one. */
export function continueRule(rule: string, consumed: number): string {
  return rule.replace(/COUNT=(\d+)/, (_, count) => `COUNT=${Number(count) - consumed}`);
}

function holdsDate(rule: string): boolean {
  const [, until] = rule.match(/UNTIL=(\d+)/) ?? [];
  try {
    return !until || Temporal.PlainDate.from(until, { overflow: 'reject' }) !== undefined;
  } catch {
    return false;
  }
}
