import type { paths } from '@openmat/api-client';
import {
  daysWindow,
  isDay,
  isId,
  isOneOf,
  type RawSearch,
  readSearch,
  type SearchRules,
  searchHref,
} from '#lib/navigation/search.ts';

export const paymentStatuses = [
  'pending',
  'processing',
  'paid',
  'partially_refunded',
  'refunded',
  'disputed',
  'expired',
  'failed',
  'quarantined',
] as const;

export type PaymentSearchName = 'q' | 'status' | 'userId' | 'from' | 'to';

/** What the list of payments is narrowed down to, as it stands in the address. Days are days of the studio. */
export type PaymentSearch = Partial<Record<PaymentSearchName, string>>;

type PaymentQuery = NonNullable<paths['/api/v1/admin/payments']['get']['parameters']['query']>;

const rules: SearchRules<PaymentSearchName> = {
  q: (value) => value.length <= 200 && value.trim() !== '',
  status: isOneOf(paymentStatuses),
  userId: isId,
  from: isDay,
  to: isDay,
};

export const readPaymentSearch = (params: RawSearch): PaymentSearch => readSearch(rules, params);

export const paymentsHref = (search: PaymentSearch): string => searchHref('/admin/payments', search);

/** The same as query parameters of the API; the last day is included. */
export function paymentQuery({ from, to, ...search }: PaymentSearch, timeZone: string): PaymentQuery {
  return {
    // `readPaymentSearch` let nothing else in.
    ...(search as Partial<PaymentQuery>),
    ...daysWindow({ from, to }, timeZone),
  };
}
