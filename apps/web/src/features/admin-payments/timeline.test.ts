import { expect, test } from 'vitest';
import type { AdminPaymentDetail } from '#lib/api/types.ts';
import { paymentPollDelay, paymentTimeline } from './timeline.ts';

const at = (minute: number) => `2026-11-24T10:0${minute}:00Z`;
const refund = (status: string, minutes: [asked: number, settled: number]) => ({
  id: `${status} refund`,
  status,
  amount: 500,
  createdAt: at(minutes[0]),
  updatedAt: at(minutes[1]),
});
const payment = {
  id: 'p',
  status: 'partially_refunded',
  createdAt: at(0),
  transitions: [
    { at: at(1), from: 'pending', to: 'paid', cause: 'paid', eventId: 'evt_1' },
    { at: at(3), from: 'paid', to: 'partially_refunded', cause: 'refunded', eventId: null },
  ],
  events: [
    { id: 'evt_1', type: 'checkout.session.completed', receivedAt: at(1), processedAt: at(1) },
    { id: 'evt_2', type: 'charge.refunded', receivedAt: at(4), processedAt: null },
  ],
  refunds: [refund('succeeded', [2, 3]), refund('pending', [5, 5])],
} as unknown as AdminPaymentDetail;

test('what happened stands in order, and what led to the other first', () => {
  expect(paymentTimeline(payment).map(({ kind }) => kind)).toEqual([
    'started',
    'event',
    'status',
    'refund_requested',
    'status',
    'refund_settled',
    'event',
    'refund_requested',
  ]);
});

test('an event that was not applied yet says so', () => {
  const events = paymentTimeline(payment).filter((one) => one.kind === 'event');
  expect(events).toMatchObject([{ isApplied: true }, { isApplied: false }]);
});

test.each([
  ['a refund that Stripe has not heard of: soon', { status: 'paid', refunds: [refund('requested', [1, 1])] }, 1_500],
  ['a refund at the bank: now and then', { status: 'paid', refunds: [refund('pending', [1, 1])] }, 15_000],
  ['a payment at the bank: now and then', { status: 'processing', refunds: [] }, 15_000],
  ['nothing on its way: not at all', { status: 'refunded', refunds: [refund('succeeded', [1, 2])] }, false],
])('asks again for %s', (_, state, delay) => {
  expect(paymentPollDelay(state as unknown as AdminPaymentDetail)).toBe(delay);
});
