import { sql } from 'kysely';
import type { Database } from '../src/platform/db/database.ts';
import type { JobDefinition, PayloadOf } from '../src/platform/jobs/define-job.ts';

/** Payloads of the jobs that wait to be worked off, oldest first. */
export async function queuedJobs<D extends JobDefinition>(db: Database, { name }: D): Promise<PayloadOf<D>[]> {
  const { rows } = await sql<{ data: PayloadOf<D> }>`
    select data from pgboss.job where name = ${name} and state = 'created' order by created_on, id`.execute(db);
  return rows.map((row) => row.data);
}
