import { Webhook } from 'standardwebhooks';
import { expect, test } from 'vitest';
import { createSecret, signDelivery } from './sign-delivery.ts';

const body = '{"version":1,"type":"webhook.test"}';
const now = Temporal.Now.instant();
const secret = createSecret();
const older = createSecret();
const rotated = (until: Temporal.Instant) => ({ secret, previousSecret: older, previousSecretUntil: until });

function verifies(key: string, headers: Record<string, string>, text = body): boolean {
  try {
    new Webhook(key).verify(text, headers);
    return true;
  } catch {
    return false;
  }
}

test('secrets are 256 bits and never the same', () => {
  expect(secret).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/);
  expect(secret).not.toBe(older);
});

test('the library verifies it with the secret, and with nothing else', () => {
  const headers = signDelivery('event-1', body, { secret, previousSecret: null, previousSecretUntil: null }, now);
  expect(headers['webhook-id']).toBe('event-1');
  expect(verifies(secret, headers)).toBe(true);
  expect(verifies(older, headers)).toBe(false);
  expect(verifies(secret, headers, `${body} `)).toBe(false);
  expect(verifies(secret, { ...headers, 'webhook-id': 'event-2' })).toBe(false);
});

test('after a rotation both secrets verify, until the old one ends', () => {
  const during = signDelivery('event-1', body, rotated(now.add({ seconds: 1 })), now);
  expect([verifies(secret, during), verifies(older, during)]).toEqual([true, true]);
  const after = signDelivery('event-1', body, rotated(now), now);
  expect([verifies(secret, after), verifies(older, after)]).toEqual([true, false]);
});
