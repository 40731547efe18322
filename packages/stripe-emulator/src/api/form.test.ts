import { expect, it } from 'vitest';
import { startEmulator } from '../testing/start-emulator.ts';
import { canonicalForm, parseForm } from './form.ts';

it('reads nested keys', () => {
  const form =
    'mode=payment&line_items[0][price_data][currency]=eur&line_items[1][price_data][product_data][name]=10%20entries';
  expect(parseForm(form)).toEqual({
    mode: 'payment',
    line_items: [{ price_data: { currency: 'eur' } }, { price_data: { product_data: { name: '10 entries' } } }],
  });
});

it('reads encoded brackets and long lists', () => {
  const form = Array.from({ length: 100 }, (_, index) => `line_items%5B${index}%5D%5Bquantity%5D=${index}`).join('&');
  const { line_items: items } = parseForm(form);
  expect(Array.isArray(items) && items.length).toBe(100);
});

it('does not let a key reach the prototype', () => {
  expect(parseForm('__proto__[polluted]=1&a[constructor][prototype][polluted]=1')).not.toHaveProperty('polluted');
  expect({}).not.toHaveProperty('polluted');
});

it('gives the same text for the same parameters in another order', () => {
  expect(canonicalForm(parseForm('b[y]=2&a=1&b[x]=1'))).toBe(canonicalForm(parseForm('a=1&b[x]=1&b[y]=2')));
});

it('creates a Checkout Session from a form written by hand', async () => {
  const { url } = await startEmulator();
  const response = await fetch(`${url}/v1/checkout/sessions`, {
    method: 'POST',
    headers: { authorization: 'Bearer sk_test_1', 'content-type': 'application/x-www-form-urlencoded' },
    body: [
      'mode=payment&success_url=http%3A%2F%2Fstudio.test%2F%3Fs%3D%7BCHECKOUT_SESSION_ID%7D',
      'line_items[0][quantity]=2&line_items[0][price_data][currency]=EUR&line_items[0][price_data][unit_amount]=1500',
      'line_items[0][price_data][product_data][name]=Mat%20%26%20towel&metadata[a.b]=c%3Dd',
    ].join('&'),
  });
  expect(await response.json()).toMatchObject({
    amount_total: 3000,
    currency: 'eur',
    metadata: { 'a.b': 'c=d' },
    success_url: 'http://studio.test/?s={CHECKOUT_SESSION_ID}',
  });
});
