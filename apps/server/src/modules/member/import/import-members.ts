import { randomUUIDv7 } from 'node:crypto';
import { sql } from 'kysely';
import { type AuditActor, recordAudit } from '#modules/audit/index.ts';
import { addPeople } from '#modules/identity/index.ts';
import type { Database, Tx } from '#platform/db/database.ts';
import { inTransaction } from '#platform/db/transaction.ts';
import { AppError, invalidField } from '#platform/http/app-error.ts';
import { answerOnce, type IdempotencyKey } from '#platform/http/idempotency.ts';
import type { MemberDeps } from '../member-deps.ts';
import { books } from '../ticket-standing.ts';
import type { DayOrder, Mapping } from './import-fields.ts';
import { type ImportResult, importResult } from './import-view.ts';
import { type ImportRow, parseRow } from './parse-row.ts';
import { type ImportSituation, type PlannedRow, planImport } from './plan-import.ts';
import { readCsv } from './read-csv.ts';

export interface ImportRequest {
  csv: string;
  /** What the file is called where it comes from, for the audit log. */
  fileName?: string;
  mapping: Mapping;
  dayOrder: DayOrder;
  /** Mail new members a link to choose a password. */
  invite: boolean;
}

/** What the audit log and the history of a ticket say of everything that an import made. */
const REASON = 'import';

type By = { actor: AuditActor; key: IdempotencyKey | null };

/** What the import of a file would do, row by row; changes nothing. */
export async function rehearseImport({ db }: { db: Database }, request: ImportRequest): Promise<ImportResult> {
  const rows = parseRows(request);
  return importResult(planImport(rows, await situationOf(db, rows, request.mapping)), request);
}

/**
 * Makes the accounts and tickets of a file, all of them or none.
 *
 * @throws AppError `import_has_errors` with the rows that stand in the way; `validation_failed` when the file cannot be read
 */
export async function importMembers(deps: MemberDeps, request: ImportRequest, by: By): Promise<ImportResult> {
  const rows = parseRows(request);
  const { body } = await inTransaction(deps.db, (tx) =>
    answerOnce(tx, by.key, async () => {
      const situation = await situationOf(tx, rows, request.mapping);
      const planned = planImport(rows, situation);
      const result = importResult(planned, request);
      if (result.totals.failed > 0) throw new AppError('import_has_errors', { extra: { ...result } });
      await carryOut(deps, tx, planned, situation, { ...by, invite: request.invite });
      const { totals } = result;
      const { fileName, invite } = request;
      const after = { ...(fileName && { fileName }), ...totals, invited: invite };
      const entityId = randomUUIDv7();
      await recordAudit(tx, { actor: by.actor, action: 'import.run', entity: 'import', entityId, after });
      return { status: 201, body: result };
    }),
  );
  return body;
}

function parseRows({ csv, mapping, dayOrder }: ImportRequest): ImportRow[] {
  const { columns, records } = readCsv(csv);
  for (const [field, column] of Object.entries(mapping)) {
    if (!columns.includes(column)) throw invalidField(`mapping/${field}`, `the file has no column "${column}"`);
  }
  return records.map((record) => parseRow(record, mapping, dayOrder));
}

async function situationOf(db: Database, rows: readonly ImportRow[], mapping: Mapping): Promise<ImportSituation> {
  const addresses = [...new Set(rows.map(({ email }) => email))];
  const [studio, accounts, plans, tickets] = await Promise.all([
    db
      .selectFrom('studio')
      .select(['timeZone', 'locales', 'defaultLocale', sql<Temporal.Instant>`now()`.as('now')])
      .executeTakeFirstOrThrow(),
    db
      .selectFrom('users')
      .select(['id', 'email'])
      .where('email', '=', sql<string>`any(${addresses}::citext[])`)
      .execute(),
    // Of two with the same name the one for sale counts.
    db.selectFrom('ticketPlans').selectAll().orderBy(sql`archived_at is null`).orderBy('id').execute(),
    db
      .selectFrom('tickets as t')
      .innerJoin('users as u', 'u.id', 't.userId')
      .select(['t.userId', 't.planId', 't.unlimited', 't.validUntil'])
      .where('u.email', '=', sql<string>`any(${addresses}::citext[])`)
      .where(books)
      .execute(),
  ]);
  return {
    ...studio,
    accounts: new Map(accounts.map(({ email, id }) => [email.toLowerCase(), id])),
    plans: new Map(
      plans.map((plan) => [plan.name.toLowerCase(), { ...plan, starts: plan.starts as 'purchase' | 'first_booking' }]),
    ),
    tickets: Map.groupBy(tickets, ({ userId }) => userId),
    mapping,
  };
}

async function carryOut(
  deps: MemberDeps,
  tx: Tx,
  planned: readonly PlannedRow[],
  { accounts }: ImportSituation,
  { actor, invite }: By & { invite: boolean },
): Promise<void> {
  const created = planned
    .filter(({ outcome }) => outcome === 'created')
    .map(({ email, name, locale }) => ({ id: randomUUIDv7(), email, name, locale }));
  await addPeople(deps, tx, created, { actor, reason: REASON, invite });
  const ids = new Map([...accounts, ...created.map(({ email, id }) => [email.toLowerCase(), id] as const)]);
  const grants = planned.flatMap(({ email, ticket }) => {
    const userId = ids.get(email.toLowerCase());
    return ticket && userId ? [{ ...ticket, userId, actor, reason: REASON }] : [];
  });
  await deps.tickets.grantTickets(tx, grants);
}
