import { grantOfPlan, type PlanTerms, type UnpaidGrant } from '#modules/ticket/index.ts';
import type { Mapping } from './import-fields.ts';
import { type ImportRow, nameField, type RowError } from './parse-row.ts';

/** What rows are judged by. */
export interface ImportSituation {
  now: Temporal.Instant;
  /** Days are days of the studio. */
  timeZone: string;
  locales: readonly string[];
  defaultLocale: string;
  /** Ids of the accounts that exist, by address in lower case. */
  accounts: ReadonlyMap<string, string>;
  /** By name in lower case. */
  plans: ReadonlyMap<string, PlanTerms & { id: string }>;
  mapping: Mapping;
}

export type TicketTerms = Pick<UnpaidGrant, 'planId' | 'name' | 'entries' | 'classTypeIds' | 'validity'>;

/** What an import does with a row, or what stands in its way. */
export interface PlannedRow {
  line: number;
  email: string;
  name: string;
  locale: string;
  /** `matched`: the address has an account, which keeps its name and language. */
  outcome: 'created' | 'matched' | 'failed';
  ticket: TicketTerms | null;
  errors: RowError[];
}

/** Decides about all rows in order: an address that comes again is the account that its first row makes. */
export function planImport(rows: readonly ImportRow[], situation: ImportSituation): PlannedRow[] {
  const seen = new Set<string>();
  return rows.map((row) => {
    const address = row.email.toLowerCase();
    const isKnown = situation.accounts.has(address) || seen.has(address);
    const errors = [...row.errors, ...accountErrors(row, isKnown, situation)];
    const ticket = planTicket(row, situation, errors);
    const isFine = errors.length === 0;
    if (isFine) seen.add(address);
    const outcome = isFine ? (isKnown ? 'matched' : 'created') : 'failed';
    const { line, email, name } = row;
    return { line, email, name, locale: row.locale || situation.defaultLocale, outcome, ticket, errors };
  });
}

function accountErrors(row: ImportRow, isKnown: boolean, { locales, mapping }: ImportSituation): RowError[] {
  const errors: RowError[] = [];
  if (row.name === '' && !isKnown) errors.push({ field: nameField(mapping), code: 'required' });
  if (row.locale !== '' && !locales.includes(row.locale)) errors.push({ field: 'locale', code: 'locale_unknown' });
  return errors;
}

/** The ticket of a row, null when it names none or `errors` says why it cannot be. */
function planTicket(row: ImportRow, situation: ImportSituation, errors: RowError[]): TicketTerms | null {
  const { plan: planName, entries, validFrom, validUntil } = row;
  const isWanted = planName !== '' || [entries, validFrom, validUntil].some((value) => value !== undefined);
  const plan = situation.plans.get(planName.toLowerCase());
  if (planName !== '' && !plan) errors.push({ field: 'plan', code: 'plan_unknown' });
  if (isWanted && planName === '') requireTerms(row, errors);
  const times = planTimes(row, situation, errors);
  if (!isWanted || errors.length > 0) return null;
  if (plan) return onTermsOf(plan, row, times, situation);
  const { now } = situation;
  return {
    planId: null,
    name: entries === null ? 'Unlimited' : `${entries} entries`,
    entries: entries ?? null,
    classTypeIds: null,
    validity: { from: times.from ?? now, until: times.until ?? now },
  };
}

/** Without a plan the row has to say itself what the ticket is. */
function requireTerms({ entries, validUntil, errors: own }: ImportRow, errors: RowError[]): void {
  const isWrong = (field: string) => own.some((error) => error.field === field);
  if (entries === undefined && !isWrong('entries')) errors.push({ field: 'entries', code: 'required' });
  if (validUntil === undefined && !isWrong('validUntil')) errors.push({ field: 'validUntil', code: 'required' });
}

interface Times {
  from: Temporal.Instant | undefined;
  until: Temporal.Instant | undefined;
}

function planTimes(
  { validFrom, validUntil }: ImportRow,
  { now, timeZone }: ImportSituation,
  errors: RowError[],
): Times {
  const begin = (day: Temporal.PlainDate) => day.toZonedDateTime({ timeZone }).toInstant();
  const from = validFrom && begin(validFrom);
  // The last day is part of the validity.
  const until = validUntil && begin(validUntil.add({ days: 1 }));
  if (until && Temporal.Instant.compare(until, now) <= 0) errors.push({ field: 'validUntil', code: 'day_past' });
  else if (from && until && Temporal.Instant.compare(from, until) >= 0) {
    errors.push({ field: 'validUntil', code: 'ends_before_start' });
  }
  return { from, until };
}

function onTermsOf(
  plan: PlanTerms & { id: string },
  { entries }: ImportRow,
  { from, until }: Times,
  { now }: ImportSituation,
): TicketTerms {
  const terms = grantOfPlan(plan, from ?? now);
  const start = from ?? now;
  const dated = { from: start, until: until ?? start.add({ hours: 24 * plan.validityDays }) };
  const validity = from || until ? dated : terms.validity;
  return { planId: plan.id, ...terms, entries: entries === undefined ? plan.entries : entries, validity };
}
