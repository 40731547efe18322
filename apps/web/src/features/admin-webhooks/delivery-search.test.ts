import { expect, test } from 'vitest';
import { deliveriesHref, readDeliverySearch } from './delivery-search.ts';

test('what stands in the address is read again', () => {
  const { searchParams } = new URL(deliveriesHref('w', { status: 'failed' }), 'http://localhost');
  expect(readDeliverySearch(Object.fromEntries(searchParams))).toEqual({ status: 'failed' });
  expect(deliveriesHref('w', {})).toBe('/admin/webhooks/w');
});

test('what makes no sense is left out', () => {
  expect(readDeliverySearch({ status: 'lost' })).toEqual({});
  expect(readDeliverySearch({ status: ['failed', 'pending'] })).toEqual({});
});
