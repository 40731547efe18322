import type { LedgerEntry } from '#lib/api/types.ts';

/**
 * The history of a ticket with the entries that were left after each change; null for an unlimited ticket, which counts nothing.
 *
 * @param ledger every change, newest first
 * @param entriesLeft now
 */
export function withBalance<Entry extends Pick<LedgerEntry, 'entries'>>(
  ledger: readonly Entry[],
  entriesLeft: number | null,
): { entry: Entry; balance: number | null }[] {
  let balance = entriesLeft;
  return ledger.map((entry) => {
    const after = balance;
    if (balance !== null) balance -= entry.entries;
    return { entry, balance: after };
  });
}
