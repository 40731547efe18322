import { withBalance } from '#features/tickets/ledger-balance.ts';
import type { AdminLedgerEntry, AdminTicketDetail, AuditRow } from '#lib/api/types.ts';

/** What happens to a ticket without changing its entries. */
export type UncountedChange = 'freeze' | 'unfreeze' | 'validity';

export interface DayChange {
  which: 'from' | 'until';
  /** null while the ticket waited for its first booking. */
  before: string | null;
  after: string;
}

export type TicketEvent =
  | { kind: 'entries'; entry: AdminLedgerEntry; balance: number | null }
  | { kind: 'uncounted'; change: UncountedChange; row: AuditRow };

/**
 * The history of a ticket, newest first: every change of its entries, and between them what only the audit log knows. What is in both is
 * told once.
 *
 * @param rows the ticket's rows of the audit log, newest first
 */
export function ticketTimeline(
  { ledger, entriesLeft }: Pick<AdminTicketDetail, 'ledger' | 'entriesLeft'>,
  rows: readonly AuditRow[],
): TicketEvent[] {
  const uncounted = rows.flatMap((row): TicketEvent[] => {
    const change = uncountedChange(row);
    return change ? [{ kind: 'uncounted', change, row }] : [];
  });
  const events = withBalance(ledger, entriesLeft).map((line): TicketEvent => ({ kind: 'entries', ...line }));
  // Entries keep their own order, which their balances follow; the sort is stable.
  return [...uncounted, ...events].sort((one, other) => timeOf(other) - timeOf(one));
}

const timeOf = (event: TicketEvent): number => Date.parse(event.kind === 'entries' ? event.entry.at : event.row.at);

function uncountedChange(row: AuditRow): UncountedChange | null {
  if (row.action === 'ticket.freeze') return 'freeze';
  if (row.action === 'ticket.unfreeze') return 'unfreeze';
  return row.action === 'ticket.adjust' && dayChanges(row).length > 0 ? 'validity' : null;
}

/** How the first and the last day were moved. */
export function dayChanges({ before, after }: Pick<AuditRow, 'before' | 'after'>): DayChange[] {
  const days = [
    { which: 'from', field: 'validFrom' },
    { which: 'until', field: 'validUntil' },
  ] as const;
  return days.flatMap(({ which, field }) => {
    const was = before?.[field];
    const is = after?.[field];
    if (typeof is !== 'string' || is === was) return [];
    return [{ which, before: typeof was === 'string' ? was : null, after: is }];
  });
}
