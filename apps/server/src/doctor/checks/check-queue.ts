import { sql } from 'kysely';
import type { Database } from '#platform/db/database.ts';
import { DEAD_LETTERS } from '#platform/jobs/define-job.ts';
import { jobDefinitions } from '../../jobs.ts';
import type { Finding } from '../finding.ts';

const subject = 'Job queue';
/** What starts by the clock makes up for a failed run with its next one. */
const scheduled = new Set(jobDefinitions.filter(({ schedule }) => schedule).map(({ name }) => name));

/** Whether background work gets done: what was given up after all attempts, and what nobody has begun. */
export async function checkQueue(db: Database): Promise<Finding> {
  const installed = await sql<{ yes: boolean }>`select to_regclass('pgboss.job') is not null as yes`.execute(db);
  if (!installed.rows[0]?.yes) return { subject, level: 'error', message: 'has no tables; run `openmat migrate up`' };
  const abandoned = await countByQueue(
    db,
    sql`select source_name from pgboss.job where name = ${DEAD_LETTERS} and state = 'created'`,
  );
  const overdue = await countByQueue(
    db,
    sql`select name from pgboss.job
        where name <> ${DEAD_LETTERS} and state in ('created', 'retry') and start_after < now() - interval '2 minutes'`,
  );
  const lost = abandoned.filter(({ name }) => !scheduled.has(name));
  if (lost.length > 0) return { subject, level: 'error', message: `given up after every attempt: ${list(lost)}` };
  if (overdue.length > 0) {
    return { subject, level: 'warning', message: `overdue, so no worker seems to run: ${list(overdue)}` };
  }
  if (abandoned.length > 0) return { subject, level: 'warning', message: `runs that failed: ${list(abandoned)}` };
  return { subject, level: 'ok', message: 'nothing given up, nothing overdue' };
}

interface QueueCount {
  name: string;
  count: number;
}

async function countByQueue(db: Database, names: ReturnType<typeof sql>): Promise<QueueCount[]> {
  const { rows } = await sql<QueueCount>`
    select coalesce(name, 'unknown') as name, count(*) from (${names}) job (name) group by name order by name`.execute(
    db,
  );
  return rows;
}

function list(counts: readonly QueueCount[]): string {
  return counts.map(({ name, count }) => `${name} (${count})`).join(', ');
}
