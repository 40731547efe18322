import { type Static, Type } from 'typebox';
import { Instant, Nullable, OneOf } from '#platform/http/schemas.ts';
import { importFields, type Mapping } from './import-fields.ts';
import { rowErrorCodes } from './parse-row.ts';
import { type PlannedRow, rowWarnings, type TicketTerms } from './plan-import.ts';

const RowResult = Type.Object({
  line: Type.Integer({ description: 'Of the file, counted from 1; the first names the columns' }),
  email: Type.String(),
  name: Type.String(),
  outcome: OneOf(['created', 'matched', 'failed']),
  ticket: Nullable(
    Type.Object({
      name: Type.String(),
      entries: Nullable(Type.Integer({ description: 'null: unlimited' })),
      validUntil: Nullable({ ...Instant, description: 'null: starts with the first booking' }),
    }),
  ),
  errors: Type.Array(
    Type.Object({
      field: OneOf(importFields),
      column: Nullable(Type.String({ description: 'Of the file; null when no column is mapped to the field' })),
      code: OneOf(rowErrorCodes),
    }),
  ),
  warnings: Type.Array({
    ...OneOf(rowWarnings),
    description: '`has_such_ticket`: the member can still book with a ticket of that plan, or on those terms',
  }),
});

/** What an import does, or would do. */
export const ImportResult = Type.Object({
  totals: Type.Object({
    rows: Type.Integer(),
    created: Type.Integer({ description: 'New accounts' }),
    matched: Type.Integer({ description: 'Rows of accounts that exist; their names and languages stay' }),
    failed: Type.Integer({ description: 'Rows with errors; with any of them nothing is imported' }),
    tickets: Type.Integer(),
    warned: Type.Integer({ description: 'Rows with warnings; they are imported all the same' }),
    invitations: Type.Integer({ description: 'E-mails to new members' }),
  }),
  rows: Type.Array(RowResult),
});
export type ImportResult = Static<typeof ImportResult>;

/** @param request what was asked for: its mapping names the columns of errors */
export function importResult(
  planned: readonly PlannedRow[],
  { mapping, invite }: { mapping: Mapping; invite: boolean },
): ImportResult {
  const count = (is: (row: PlannedRow) => boolean) => planned.filter(is).length;
  const created = count(({ outcome }) => outcome === 'created');
  return {
    totals: {
      rows: planned.length,
      created,
      matched: count(({ outcome }) => outcome === 'matched'),
      failed: count(({ outcome }) => outcome === 'failed'),
      tickets: count(({ outcome, ticket }) => outcome !== 'failed' && ticket !== null),
      warned: count(({ warnings }) => warnings.length > 0),
      invitations: invite ? created : 0,
    },
    rows: planned.map(({ line, email, name, outcome, ticket, errors, warnings }) => ({
      line,
      email,
      name,
      outcome,
      ticket: ticket && ticketView(ticket),
      errors: errors.map(({ field, code }) => ({ field, column: mapping[field] ?? null, code })),
      warnings,
    })),
  };
}

function ticketView({ name, entries, validity }: TicketTerms) {
  return { name, entries, validUntil: 'until' in validity ? validity.until.toString() : null };
}
