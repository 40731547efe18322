import { describe, expect, it } from 'vitest';
import { emptyPaymentForm, findFormProblem, type PaymentFormValues } from './payment-form.ts';

const now = Date.UTC(2026, 10, 15) / 1000;
const good: PaymentFormValues = { method: 'card', number: '4242 4242 4242 4242', expiry: '11/26', cvc: '123' };

describe('a card form', () => {
  it.each([{}, { expiry: '1/27' }, { expiry: '12 / 2034' }, { number: '378282246310005', cvc: '1234' }])(
    'can be submitted with %o',
    (change) => {
      expect(findFormProblem({ ...good, ...change }, now)).toBeNull();
    },
  );

  it.each([
    [{ number: '' }, 'number'],
    [{ number: '4242' }, 'number'],
    [{ number: 'not a number' }, 'number'],
    [{ expiry: '' }, 'expiry'],
    [{ expiry: '10/26' }, 'expiry'],
    [{ expiry: '13/30' }, 'expiry'],
    [{ expiry: '0/30' }, 'expiry'],
    [{ cvc: '' }, 'cvc'],
    [{ cvc: '12' }, 'cvc'],
  ])('is wrong with %o', (change, field) => {
    expect(findFormProblem({ ...good, ...change }, now)?.field).toBe(field);
  });
});

it('asks nothing of a bank debit', () => {
  expect(findFormProblem({ ...emptyPaymentForm, method: 'delayed_success' }, now)).toBeNull();
});
