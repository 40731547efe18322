import { grantOfPlan, type PlanTerms, termsName, type UnpaidGrant } from '#modules/ticket/index.ts';
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
  /** Tickets that these accounts can book with now or later, by the id of the account. */
  tickets: ReadonlyMap<string, readonly HeldTicket[]>;
  mapping: Mapping;
}

/** A ticket that somebody has already, as far as another one is compared with it. */
export interface HeldTicket {
  planId: string | null;
  unlimited: boolean;
  validUntil: Temporal.Instant | null;
}

/** What an admin should know before a row is imported, although nothing stands in its way. */
export const rowWarnings = ['has_such_ticket'] as const;
export type RowWarning = (typeof rowWarnings)[number];

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
  errors: readonly RowError[];
  warnings: RowWarning[];
}

/** Decides about all rows in order: an address that comes again is the account that its first row makes. */
export function planImport(rows: readonly ImportRow[], situation: ImportSituation): PlannedRow[] {
  const seen = new Set<string>();
  return rows.map((row) => {
    const address = row.email.toLowerCase();
    const userId = situation.accounts.get(address);
    const isKnown = userId !== undefined || seen.has(address);
    const errors = [...row.errors, ...accountErrors(row, isKnown, situation)];
    const ticket = planTicket(row, situation, errors);
    const isFine = errors.length === 0;
    if (isFine) seen.add(address);
    const outcome = isFine ? (isKnown ? 'matched' : 'created') : 'failed';
    const held = situation.tickets.get(userId ?? '') ?? [];
    const warnings: RowWarning[] = ticket && held.some((other) => isAlike(ticket, other)) ? ['has_such_ticket'] : [];
    const { line, email, name } = row;
    return { line, email, name, locale: row.locale || situation.defaultLocale, outcome, ticket, errors, warnings };
  });
}

/** Of the same plan; without one, until the same moment. How many entries are left says nothing: some may be used by now. */
function isAlike({ planId, entries, validity }: TicketTerms, other: HeldTicket): boolean {
  if (planId !== null || other.planId !== null) return planId === other.planId;
  const isAsLong = 'until' in validity && other.validUntil?.equals(validity.until) === true;
  return isAsLong && other.unlimited === (entries === null);
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
  const validity = planValidity(row, plan, situation, errors);
  if (!isWanted || errors.length > 0) return null;
  if (plan) return onTermsOf(plan, row, validity, situation);
  return (
    validity && {
      planId: null,
      name: termsName(entries ?? null, situation.defaultLocale),
      entries: entries ?? null,
      classTypeIds: null,
      validity,
    }
  );
}

/** Without a plan the row has to say itself what the ticket is. */
function requireTerms({ entries, validUntil, errors: own }: ImportRow, errors: RowError[]): void {
  const isWrong = (field: string) => own.some((error) => error.field === field);
  if (entries === undefined && !isWrong('entries')) errors.push({ field: 'entries', code: 'required' });
  if (validUntil === undefined && !isWrong('validUntil')) errors.push({ field: 'validUntil', code: 'required' });
}

interface Dated {
  from: Temporal.Instant;
  until: Temporal.Instant;
}

/**
 * The validity by the days of a row, whole days of the studio; null when it names none. It ends with the last minute of the last
 * day, not with the first of the next: everywhere the end of a ticket is shown as a date.
 */
function planValidity(
  { validFrom, validUntil }: ImportRow,
  plan: PlanTerms | undefined,
  { now, timeZone }: ImportSituation,
  errors: RowError[],
): Dated | null {
  const lastDay = validUntil ?? (plan && validFrom?.add({ days: plan.validityDays - 1 }));
  // A last day that cannot be read is an error already, and no reason to count one.
  if (!lastDay || errors.some(({ field }) => field === 'validUntil')) return null;
  const from = validFrom?.toZonedDateTime({ timeZone }).toInstant() ?? now;
  const until = lastDay.toZonedDateTime({ timeZone, plainTime: '23:59' }).toInstant();
  if (Temporal.Instant.compare(until, now) <= 0) {
    errors.push({ field: validUntil ? 'validUntil' : 'validFrom', code: 'day_past' });
  } else if (Temporal.Instant.compare(from, until) >= 0) {
    errors.push({ field: 'validUntil', code: 'ends_before_start' });
  }
  return { from, until };
}

function onTermsOf(
  plan: PlanTerms & { id: string },
  { entries }: ImportRow,
  dated: Dated | null,
  { now }: ImportSituation,
): TicketTerms {
  const terms = grantOfPlan(plan, now);
  return {
    planId: plan.id,
    ...terms,
    entries: entries === undefined ? plan.entries : entries,
    validity: dated ?? terms.validity,
  };
}
