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

/** The fields of a row of the log, in the order in which they were recorded. */
export function auditChanges({ before, after, labels }: Recorded): AuditChange[] {
  const fields = new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})]);
  return [...fields].map((field) => ({
    field,
    ...(before && field in before && { before: auditValue(field, before, labels) }),
    ...(after && field in after && { after: auditValue(field, after, labels) }),
  }));
}

function auditValue(field: string, fields: AuditFields, labels: Record<string, AuditLabel>): AuditValue {
  const value = fields[field];
  const { currency } = fields;
  if (MONEY.has(field) && typeof value === 'number' && typeof currency === 'string') {
    return { kind: 'money', minor: value, currency };
  }
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
