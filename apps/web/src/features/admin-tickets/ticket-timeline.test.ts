import { expect, test } from 'vitest';
import type { AdminLedgerEntry, AuditRow } from '#lib/api/types.ts';
import { dayChanges, ticketTimeline } from './ticket-timeline.ts';

const at = (hour: number) => `2026-03-02T${String(hour).padStart(2, '0')}:00:00Z`;
const entry = (id: number, kind: AdminLedgerEntry['kind'], entries: number, hour: number) =>
  ({ id, at: at(hour), kind, entries }) as AdminLedgerEntry;
const row = (action: AuditRow['action'], hour: number, fields: Partial<AuditRow> = {}) =>
  ({ action, at: at(hour), before: {}, after: {}, ...fields }) as AuditRow;
const days = { before: { validUntil: at(1) }, after: { validUntil: at(2) } };

test('what only the audit log knows stands between the entries, in the order of time', () => {
  const ledger = [entry(3, 'revoke', -4, 18), entry(2, 'spend', -1, 12), entry(1, 'grant', 5, 8)];
  const rows = [
    row('ticket.revoke', 18),
    row('ticket.unfreeze', 16),
    row('ticket.freeze', 14),
    row('ticket.adjust', 10, days),
    row('ticket.grant', 8),
  ];
  const told = ticketTimeline({ ledger, entriesLeft: 0 }, rows).map((event) =>
    event.kind === 'entries' ? [event.entry.kind, event.balance] : event.change,
  );
  expect(told).toEqual([['revoke', 0], 'unfreeze', 'freeze', ['spend', 4], 'validity', ['grant', 5]]);
});

test('entries of the same moment keep their order', () => {
  const ledger = [entry(3, 'spend', -1, 8), entry(2, 'return', 1, 8), entry(1, 'grant', 5, 8)];
  const told = ticketTimeline({ ledger, entriesLeft: 5 }, []);
  expect(told.map((event) => event.kind === 'entries' && event.entry.id)).toEqual([3, 2, 1]);
});

test.each([
  ['only the entries', { before: { entriesLeft: 1 }, after: { entriesLeft: 2 } }, []],
  ['the last day', days, [{ which: 'until', before: at(1), after: at(2) }]],
  [
    'the first day, the last one given again',
    { before: { validFrom: at(1), validUntil: at(9) }, after: { validFrom: at(2), validUntil: at(9) } },
    [{ which: 'from', before: at(1), after: at(2) }],
  ],
  [
    'a ticket that had not started',
    { before: { validUntil: null }, after: { validUntil: at(2) } },
    [{ which: 'until', before: null, after: at(2) }],
  ],
  ['nothing recorded', { before: null, after: null }, []],
] as const)('%s', (_, recorded, changes) => {
  expect(dayChanges(recorded)).toEqual(changes);
});
