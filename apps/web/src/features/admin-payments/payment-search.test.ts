import { expect, test } from 'vitest';
import { paymentQuery, paymentsHref, readPaymentSearch } from './payment-search.ts';

test('what stands in the address is read again, what makes no sense is left out', () => {
  const search = { q: 'ana', status: 'quarantined', from: '2026-03-29', to: '2026-03-29' };
  const { searchParams } = new URL(paymentsHref(search), 'http://localhost');
  expect(readPaymentSearch(Object.fromEntries(searchParams))).toEqual(search);
  expect(readPaymentSearch({ status: 'lost', userId: 'ana', from: 'soon' })).toEqual({});
});

test('days are days of the studio, the last one included', () => {
  expect(paymentQuery({ from: '2026-03-29', to: '2026-03-29' }, 'Europe/Ljubljana')).toEqual({
    from: '2026-03-28T23:00:00.000Z',
    to: '2026-03-29T22:00:00.000Z',
  });
});
