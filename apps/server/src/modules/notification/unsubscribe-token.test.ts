import { expect, test } from 'vitest';
import { readUnsubscribeToken, unsubscribeToken } from './unsubscribe-token.ts';

const secret = 'a-secret-of-at-least-thirty-two-characters';
const [anna, ben] = [crypto.randomUUID(), crypto.randomUUID()];
const token = unsubscribeToken(secret, { userId: anna, category: 'bookings' });

test('a token says whose it is and what for', () => {
  expect(readUnsubscribeToken(secret, token)).toEqual({ userId: anna, category: 'bookings' });
});

test.each([
  ['nothing', ''],
  ['another member', token.replace(anna, ben)],
  ['another category', token.replace('bookings', 'tickets')],
  ['a category that nobody may leave', token.replace('bookings', 'account')],
  ['a cut signature', token.slice(0, -2)],
  ['no signature', `${anna}.bookings.`],
])('%s is refused', (_, forged) => {
  expect(readUnsubscribeToken(secret, forged)).toBeUndefined();
});

test('a token of another secret is refused', () => {
  expect(readUnsubscribeToken(`${secret}!`, token)).toBeUndefined();
});
