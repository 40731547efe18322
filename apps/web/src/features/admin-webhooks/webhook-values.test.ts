import { expect, test } from 'vitest';
import type { Webhook } from '#lib/api/types.ts';
import { webhookPatch, webhookTerms, webhookValues } from './webhook-values.ts';

const webhook: Webhook = {
  id: 'w',
  url: 'https://example.com/hooks',
  description: 'Accounting',
  eventTypes: ['payment.paid', 'payment.refunded'],
  state: 'active',
  disabledReason: null,
  failingSince: null,
  createdAt: '2026-03-24T18:00:00Z',
  version: '1',
};
const values = webhookValues(webhook);

test('an untouched form changes nothing, and neither does another order of the events', () => {
  expect(webhookPatch(webhook, values)).toEqual({});
  expect(webhookPatch(webhook, { ...values, eventTypes: ['payment.refunded', 'payment.paid'] })).toEqual({});
});

test('only what differs is sent, without the spaces around it', () => {
  const changed = { ...values, url: ' https://example.com/hooks ', description: ' Books ' };
  expect(webhookPatch(webhook, changed)).toEqual({ description: 'Books' });
  expect(webhookPatch(webhook, { ...values, eventTypes: ['payment.paid'] })).toEqual({ eventTypes: ['payment.paid'] });
});

test('a new webhook is what was typed', () => {
  expect(webhookTerms({ ...values, url: ' https://example.com/ ' })).toEqual({
    ...values,
    url: 'https://example.com/',
  });
});
