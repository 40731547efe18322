import { sql } from 'kysely';
import { auditedFields } from '../src/modules/audit/audit-fields.ts';
import type { Database } from '../src/platform/db/database.ts';

/** Fails when something was recorded for which the pages have no words. */
export async function expectKnownAuditFields(db: Database): Promise<void> {
  const { rows } = await sql<{ action: string; field: string }>`
    select distinct action, field
    from audit_log, jsonb_object_keys(coalesce(before, '{}') || coalesce(after, '{}')) field
    where field <> all(${[...auditedFields]}::text[])`.execute(db);
  if (rows.length > 0)
    throw new Error(`Not among the audited fields: ${rows.map((row) => `${row.field} of ${row.action}`).join(', ')}`);
}
