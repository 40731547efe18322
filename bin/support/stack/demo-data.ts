import { join } from 'node:path';
import pg from 'pg';
import { projectRoot } from '../project.ts';
import { runProcess } from './managed-process.ts';
import type { StartContext } from './stack.ts';

/** Fills an empty database, in a process of its own: it is busy for a while, and Ctrl-C has to get through. */
export function loadDemoData(databaseUrl: string, logFile: string, context: StartContext): Promise<void> {
  const command = [process.execPath, join(projectRoot, 'bin/openmat.ts'), 'seed'] as const;
  return runProcess({ title: 'the demo data', command, env: { DATABASE_URL: databaseUrl }, logFile }, context);
}

/** Whose accounts a migrated database holds. */
export async function findAccounts(databaseUrl: string): Promise<'none' | 'demo' | 'others'> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    const { rows } = await client.query<{ any: boolean; demo: boolean }>(
      `select exists (select from users) as any, exists (select from users where email = 'member@openmat.local') as demo`,
    );
    if (rows[0]?.demo) return 'demo';
    return rows[0]?.any ? 'others' : 'none';
  } finally {
    await client.end();
  }
}
