import { isId } from '#lib/navigation/search.ts';

export interface AuditLabel {
  name: string;
  at: string | null;
  timeZone: string | null;
}

/** What a recorded value is, so that it can be said in words. */
export type AuditValue =
  | { kind: 'none' | 'yes' | 'no' }
  | { kind: 'text'; text: string }
  | { kind: 'number'; number: number }
  | { kind: 'money'; minor: number; currency: string }
  | { kind: 'label'; label: AuditLabel }
  | { kind: 'rule'; rule: string }
  | { kind: 'instant'; at: string }
  | { kind: 'day'; day: string }
  | { kind: 'list'; items: AuditValue[] };

export type AuditFields = Record<string, unknown>;

/** One field of what was changed: how it was and how it is; absent where there was nothing or is nothing any more. */
export interface AuditChange {
  field: string;
  before?: AuditValue;
  after?: AuditValue;
}

const INSTANT = /^\d{4}-\d{2}-\d{2}T.*(Z|[+-]\d{2}:\d{2})$/;
const DAY = /^\d{4}-\d{2}-\d{2}$/;
const MONEY = new Set(['price', 'priceMinor', 'amountMinor', 'paidMinor']);

interface Recorded {
  before: AuditFields | null;
  after: AuditFields | null;
  labels: Record<string, AuditLabel>;
}

/**
 * The fields of a row of the log, in the order in which they were recorded. A currency that was recorded beside an amount stands with it.
 *
 * @param studioCurrency that of amounts that were recorded without one
 */
export function auditChanges({ before, after, labels }: Recorded, studioCurrency?: string): AuditChange[] {
  const fields = [...new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})])];
  const shown = fields.some((field) => MONEY.has(field)) ? fields.filter((field) => field !== 'currency') : fields;
  const side = (field: string, recorded: AuditFields) => auditValue(field, recorded, { labels, studioCurrency });
  return shown.map((field) => ({
    field,
    ...(before && field in before && { before: side(field, before) }),
    ...(after && field in after && { after: side(field, after) }),
  }));
}

interface Surroundings {
  labels: Record<string, AuditLabel>;
  studioCurrency: string | undefined;
}

function auditValue(field: string, fields: AuditFields, { labels, studioCurrency }: Surroundings): AuditValue {
  const value = fields[field];
  const currency = typeof fields.currency === 'string' ? fields.currency : studioCurrency;
  if (MONEY.has(field) && typeof value === 'number' && currency) return { kind: 'money', minor: value, currency };
  if (field === 'rule' && typeof value === 'string') return { kind: 'rule', rule: value };
  return describe(value, labels);
}

function describe(value: unknown, labels: Record<string, AuditLabel>): AuditValue {
  if (value === null || value === undefined || value === '') return { kind: 'none' };
  if (typeof value === 'boolean') return { kind: value ? 'yes' : 'no' };
  if (typeof value === 'number') return { kind: 'number', number: value };
  if (Array.isArray(value)) {
    return value.length === 0 ? { kind: 'none' } : { kind: 'list', items: value.map((item) => describe(item, labels)) };
  }
  if (typeof value !== 'string') return { kind: 'text', text: JSON.stringify(value) };
  const label = isId(value) ? labels[value] : undefined;
  if (label) return { kind: 'label', label };
  if (INSTANT.test(value)) return { kind: 'instant', at: value };
  return DAY.test(value) ? { kind: 'day', day: value } : { kind: 'text', text: value };
}
