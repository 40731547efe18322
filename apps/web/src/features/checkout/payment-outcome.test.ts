import { expect, test } from 'vitest';
import { paymentOutcome } from './payment-outcome.ts';

test.each([
  ['pending', null, 'waiting'],
  ['processing', null, 'waiting'],
  ['paid', null, 'waiting'],
  ['paid', 'a-ticket', 'granted'],
  ['partially_refunded', 'a-ticket', 'granted'],
  ['refunded', 'a-ticket', 'refunded'],
  ['expired', null, 'expired'],
  ['failed', null, 'failed'],
  ['quarantined', null, 'quarantined'],
  ['disputed', 'a-ticket', 'disputed'],
] as const)('%s with ticket %s is %s', (status, ticketId, outcome) => {
  expect(paymentOutcome({ status, ticketId })).toBe(outcome);
});
