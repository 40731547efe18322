import { createSigner } from 'fast-jwt';
import { expect, test } from 'vitest';
import { createAccessTokens } from './access-token.ts';
import { createRefreshTokens } from './refresh-token.ts';

const secret = 'a-secret-of-at-least-thirty-two-characters';
const tokens = createRefreshTokens(secret);
const rotatedAt = Temporal.Now.instant();
const family = { id: crypto.randomUUID(), generation: 3, rotatedAt, expiresAt: rotatedAt.add({ hours: 24 }) };

test('a token names its family and generation', () => {
  expect(tokens.verify(tokens.sign(family))).toEqual({ familyId: family.id, generation: 3 });
});

test('the same row gives the same token, in every process', () => {
  expect(createRefreshTokens(secret).sign({ ...family })).toBe(tokens.sign(family));
});

test('the next generation gives another token, even within the same second', () => {
  expect(tokens.sign({ ...family, generation: 4 })).not.toBe(tokens.sign(family));
});

const actor = { userId: crypto.randomUUID(), role: 'admin', familyId: family.id } as const;
const claims = { fam: family.id, gen: 3, exp: 4_000_000_000 };
const header = { typ: 'openmat-refresh+jwt' };

test.each([
  ['an expired token', tokens.sign({ ...family, expiresAt: rotatedAt.subtract({ seconds: 1 }) })],
  ['a token of another installation', createRefreshTokens(`${secret}!`).sign(family)],
  ['an access token, even with the same secret', createAccessTokens(secret).sign(actor)],
  [
    'an unsigned token',
    createSigner({ algorithm: 'none', iss: 'openmat', header: { ...header, alg: 'none' } })(claims),
  ],
  [
    'another algorithm',
    createSigner({ key: secret, algorithm: 'HS512', iss: 'openmat', header: { ...header, alg: 'HS512' } })(claims),
  ],
  ['another issuer', createSigner({ key: secret, iss: 'other', header: { ...header, alg: 'HS256' } })(claims)],
  ['no token at all', 'nonsense'],
])('refuses %s', (_, token) => {
  expect(tokens.verify(token)).toBeNull();
});

test('a refresh token is not an access token, even with the same secret', () => {
  expect(() => createAccessTokens(secret).verify(tokens.sign(family))).toThrow(
    expect.objectContaining({ code: 'unauthenticated' }),
  );
});
