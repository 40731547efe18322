import { expect, test } from 'vitest';
import { createPasswordHasher } from './password-hasher.ts';

test('a password matches its own hash only', async () => {
  const hasher = createPasswordHasher();
  const stored = await hasher.hash('blue mat morning 7');
  expect(stored).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  expect(await hasher.verify(stored, 'blue mat morning 7')).toBe(true);
  expect(await hasher.verify(stored, 'blue mat morning 8')).toBe(false);
});

test('composed and decomposed letters are the same password', async () => {
  const hasher = createPasswordHasher();
  expect(
    await hasher.verify(await hasher.hash('žaba-žaba-žaba'.normalize('NFC')), 'žaba-žaba-žaba'.normalize('NFD')),
  ).toBe(true);
});

test.each([undefined, 'erased', ''])('without a usable hash (%j) nothing matches', async (stored) => {
  expect(await createPasswordHasher().verify(stored, 'blue mat morning 7')).toBe(false);
});

test('beyond the bounded queue it answers busy instead of piling up', async () => {
  const hasher = createPasswordHasher({ running: 1, waiting: 2 });
  const outcomes = await Promise.allSettled(Array.from({ length: 6 }, () => hasher.verify(undefined, 'anything')));
  const refused = outcomes.filter((outcome) => outcome.status === 'rejected');
  expect(refused.length).toBeGreaterThanOrEqual(3);
  expect(refused[0]?.reason).toMatchObject({ code: 'busy', details: { retryAfterSeconds: 2 } });
  expect(await hasher.verify(undefined, 'afterwards')).toBe(false);
});
