import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { amountReturned, decidePayment } from './decide-payment.ts';
import {
  type PaymentStatus,
  type PaymentTerms,
  paymentStatuses,
  type StripeFacts,
  type TicketEffect,
} from './payment.ts';

const terms: PaymentTerms = { status: 'pending', amountMinor: 7_500, currency: 'EUR' };
const open: StripeFacts = {
  checkout: 'open',
  money: 'unpaid',
  attemptFailed: false,
  amountTotal: 7_500,
  currency: 'EUR',
  amountRefunded: 0,
  dispute: 'none',
  amountLost: 0,
};
const processing: StripeFacts = { ...open, checkout: 'complete' };
const failed: StripeFacts = { ...processing, attemptFailed: true };
const paid: StripeFacts = { ...processing, money: 'paid' };
const expired: StripeFacts = { ...open, checkout: 'expired' };
const partly: StripeFacts = { ...paid, amountRefunded: 2_000 };
const refunded: StripeFacts = { ...paid, amountRefunded: 7_500 };
const disputed: StripeFacts = { ...paid, dispute: 'open' };
const won: StripeFacts = { ...paid, dispute: 'won' };
const lost: StripeFacts = { ...paid, dispute: 'lost', amountLost: 7_500 };
const wrongAmount: StripeFacts = { ...paid, amountTotal: 100 };

/** `to:effect`, … */
const steps = (status: PaymentStatus, facts: StripeFacts) =>
  decidePayment({ ...terms, status }, facts)
    .map(({ to, effect }) => (effect ? `${to}:${effect}` : to))
    .join(' ');

describe('one look at Stripe', () => {
  test.each<[PaymentStatus, string, StripeFacts, string]>([
    ['pending', 'still open', open, ''],
    ['pending', 'completed but unpaid', processing, 'processing'],
    ['pending', 'paid', paid, 'paid:grant'],
    ['pending', 'expired', expired, 'expired'],
    ['pending', 'completed and refused by the bank', failed, 'failed'],
    ['processing', 'not settled yet', processing, ''],
    ['processing', 'paid', paid, 'paid:grant'],
    ['processing', 'refused by the bank', failed, 'failed'],
    ['expired', 'still expired', expired, ''],
    ['expired', 'paid all the same', paid, 'paid:grant'],
    ['failed', 'still failed', failed, ''],
    ['failed', 'paid all the same', paid, 'paid:grant'],
    ['paid', 'paid', paid, ''],
    ['paid', 'an old look at it', open, ''],
    ['paid', 'partly refunded', partly, 'partially_refunded'],
    ['paid', 'refunded', refunded, 'refunded:revoke'],
    ['paid', 'disputed', disputed, 'disputed:freeze'],
    ['paid', 'dispute lost before it was seen', lost, 'refunded:revoke'],
    ['paid', 'dispute won before it was seen', won, ''],
    ['partially_refunded', 'the rest refunded', refunded, 'refunded:revoke'],
    ['partially_refunded', 'the refund failed', paid, 'paid'],
    ['partially_refunded', 'disputed', { ...partly, dispute: 'open' }, 'disputed:freeze'],
    ['disputed', 'dispute won', won, 'paid:unfreeze'],
    ['disputed', 'dispute won, partly refunded', { ...won, amountRefunded: 1 }, 'partially_refunded:unfreeze'],
    ['disputed', 'dispute lost', lost, 'refunded:revoke'],
    ['disputed', 'refunded meanwhile', { ...refunded, dispute: 'open' }, 'refunded:revoke'],
    ['refunded', 'the refund failed', paid, 'paid'],
    ['refunded', 'part of the refund failed', partly, 'partially_refunded'],
    ['pending', 'refunded before it was seen', refunded, 'paid:grant refunded:revoke'],
    ['pending', 'disputed before it was seen', disputed, 'paid:grant disputed:freeze'],
    ['pending', 'dispute lost before it was seen', lost, 'paid:grant refunded:revoke'],
    ['pending', 'another amount', wrongAmount, 'quarantined'],
    ['expired', 'another amount', wrongAmount, 'quarantined'],
    ['pending', 'another currency', { ...paid, currency: 'USD' }, 'quarantined'],
    ['quarantined', 'another amount', wrongAmount, ''],
    ['quarantined', 'given back', { ...wrongAmount, amountRefunded: 100 }, 'refunded'],
  ])('%s, %s: %j', (status, _, facts, expected) => {
    expect(steps(status, facts)).toBe(expected);
  });
});

describe('a plan that costs nothing', () => {
  const free = { ...terms, amountMinor: 0 };
  const done: StripeFacts = { ...open, checkout: 'complete', money: 'free', amountTotal: 0 };
  test.each<[string, StripeFacts, string[]]>([
    ['grants when the checkout is complete', done, ['paid']],
    ['grants nothing before', { ...done, checkout: 'open' }, []],
    ['is not granted for money', { ...done, money: 'paid', amountTotal: 100 }, ['quarantined']],
  ])('%s', (_, facts, expected) => {
    expect(decidePayment(free, facts).map(({ to }) => to)).toEqual(expected);
  });

  test('and a priced plan is not granted for nothing', () => {
    expect(decidePayment(terms, done).map(({ to }) => to)).toEqual(['quarantined']);
  });
});

test('what was returned never exceeds what was paid', () => {
  expect(amountReturned(terms, partly)).toBe(2_000);
  expect(amountReturned(terms, { ...lost, amountRefunded: 2_000 })).toBe(7_500);
});

/** Stripe's side of a payment from beginning to end, one entry per event. */
const histories: Record<string, StripeFacts[]> = {
  bought: [open, paid],
  'bought with a delay': [open, processing, paid],
  'refused after a delay': [open, processing, failed],
  abandoned: [open, expired],
  refunded: [open, paid, partly, refunded],
  'refunded after a delayed payment': [open, processing, paid, refunded],
  'dispute won': [open, paid, disputed, won],
  'dispute lost': [open, paid, disputed, lost],
  'partly refunded, disputed, won': [open, paid, partly, { ...partly, dispute: 'open' }, { ...partly, dispute: 'won' }],
  'another amount': [open, wrongAmount],
};

type Ticket = 'none' | 'active' | 'frozen' | 'revoked';
const tickets: Record<TicketEffect, Ticket> = {
  grant: 'active',
  revoke: 'revoked',
  freeze: 'frozen',
  unfreeze: 'active',
};

function replay(looks: readonly StripeFacts[]) {
  let status: PaymentStatus = 'pending';
  let ticket: Ticket = 'none';
  let grants = 0;
  for (const facts of looks) {
    for (const { to, effect } of decidePayment({ ...terms, status }, facts)) {
      status = to;
      if (effect) ticket = tickets[effect];
      if (effect === 'grant') grants += 1;
    }
  }
  return { status, ticket, grants };
}

describe('events that are duplicated, reordered, late or lost', () => {
  test.each(Object.entries(histories))('%s: the same end as in order', (_, history) => {
    const inOrder = replay(history);
    // A look after the k-th event sees Stripe as it is by then; handling an event late or twice sees a later state.
    const looks = fc.array(fc.nat(history.length - 1), { maxLength: 12 }).map((seen) => seen.toSorted((a, b) => a - b));
    fc.assert(
      fc.property(looks, (seen) => {
        const facts = [...seen, history.length - 1].flatMap((index) => history[index] ?? []);
        expect(replay(facts)).toEqual(inOrder);
      }),
    );
  });

  test.each(Object.entries(histories))('%s: also when looks are older than what was seen before', (_, history) => {
    const looks = fc.array(fc.constantFrom(...history), { maxLength: 12 });
    fc.assert(
      fc.property(looks, (stale) => {
        const { status, grants } = replay([...stale, ...history.slice(-1)]);
        const inOrder = replay(history);
        expect({ status, grants }).toEqual({ status: inOrder.status, grants: inOrder.grants });
      }),
    );
  });

  test('for anything Stripe may say, deciding ends, and deciding again changes nothing', () => {
    const anyFacts = fc.record<StripeFacts>({
      checkout: fc.constantFrom('open', 'complete', 'expired'),
      money: fc.constantFrom('unpaid', 'paid', 'free'),
      attemptFailed: fc.boolean(),
      amountTotal: fc.constantFrom(0, 100, 7_500),
      currency: fc.constantFrom('EUR', 'USD'),
      amountRefunded: fc.constantFrom(0, 100, 7_500),
      dispute: fc.constantFrom('none', 'open', 'won', 'lost'),
      amountLost: fc.constantFrom(0, 7_500),
    });
    fc.assert(
      fc.property(fc.constantFrom(...paymentStatuses), anyFacts, (status, facts) => {
        const decided = decidePayment({ ...terms, status }, facts);
        expect(decided.length).toBeLessThanOrEqual(2);
        expect(decidePayment({ ...terms, status: decided.at(-1)?.to ?? status }, facts)).toEqual([]);
      }),
    );
  });
});
