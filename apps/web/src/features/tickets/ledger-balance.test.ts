import { expect, test } from 'vitest';
import type { LedgerEntry } from '#lib/api/types.ts';
import { withBalance } from './ledger-balance.ts';

const change = (id: number, kind: LedgerEntry['kind'], entries: number): LedgerEntry => ({
  id,
  at: '2026-03-02T12:00:00Z',
  kind,
  entries,
  reason: null,
  paymentId: null,
  booking: null,
});
const ledger = [change(4, 'return', 1), change(3, 'spend', -1), change(2, 'spend', -1), change(1, 'grant', 5)];

test('the balance after each change adds up to what is left', () => {
  expect(withBalance(ledger, 4).map(({ entry, balance }) => [entry.id, balance])).toEqual([
    [4, 4],
    [3, 3],
    [2, 4],
    [1, 5],
  ]);
});

test('an unlimited ticket has none', () => {
  expect(withBalance(ledger, null).map(({ balance }) => balance)).toEqual([null, null, null, null]);
});
