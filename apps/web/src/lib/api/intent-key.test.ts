import { expect, test } from 'vitest';
import { IntentKey } from './intent-key.ts';

test('the same wish keeps its key until it is answered', () => {
  const intent = new IntentKey();
  const first = intent.for({ sessionId: 'a' });
  expect(intent.for({ sessionId: 'a' })).toBe(first);
  intent.settle();
  expect(intent.for({ sessionId: 'a' })).not.toBe(first);
});

test('another wish has another key', () => {
  const intent = new IntentKey();
  expect(intent.for({ sessionId: 'a' })).not.toBe(intent.for({ sessionId: 'b' }));
});

test('a wish without input has a key too', () => {
  expect(new IntentKey().for(undefined)).toMatch(/^[0-9a-f]{32}$/);
});
