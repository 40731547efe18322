import { expect, test } from 'vitest';
import { hostOf, stateOf } from './webhook-state.ts';

test.each([
  [{ state: 'active', disabledReason: null }, 'active'],
  [{ state: 'disabled', disabledReason: 'admin' }, 'admin'],
  [{ state: 'disabled', disabledReason: 'gone' }, 'gone'],
  [{ state: 'disabled', disabledReason: 'failing' }, 'failing'],
] as const)('%o is %s', (webhook, state) => {
  expect(stateOf(webhook)).toBe(state);
});

test.each([
  ['https://example.com/hooks?key=1', 'example.com'],
  ['https://example.com:8443/', 'example.com:8443'],
])('%s leads to %s', (url, host) => {
  expect(hostOf({ url })).toBe(host);
});
