import type { Database } from '#platform/db/database.ts';
import { openDatabase } from '#platform/db/database.ts';
import { checkMigrations, checkServer } from './checks/check-database.ts';
import { checkMail } from './checks/check-mail.ts';
import { checkQueue } from './checks/check-queue.ts';
import { checkRole } from './checks/check-role.ts';
import { checkSettings } from './checks/check-settings.ts';
import { checkStripe } from './checks/check-stripe.ts';
import type { Finding } from './finding.ts';
import { auditInvariants, invariants } from './invariants/audit-invariants.ts';

/**
 * Looks at everything that an installation needs, and at every invariant of its data. Changes nothing, and may be run
 * while members book.
 *
 * @param env the settings; `DATABASE_URL` is what API and worker connect with
 * @param ownerUrl of the role that owns the tables, where that is another
 */
export async function examine(
  env: Record<string, string | undefined>,
  ownerUrl = env.DATABASE_URL,
): Promise<Finding[]> {
  const { config, finding: settings } = checkSettings(env);
  const others = config ? await Promise.all([checkStripe(config), checkMail(config)]) : [];
  const database = env.DATABASE_URL ? await examineDatabase(env.DATABASE_URL, ownerUrl) : [];
  return [settings, ...others, ...database];
}

/** What comes later needs what comes first. */
async function examineDatabase(applicationUrl: string, url = applicationUrl): Promise<Finding[]> {
  const server = await checkServer(applicationUrl);
  if (server.level === 'error') return [server];
  const role = await checkRole(applicationUrl);
  if (role.level === 'error') return [server, role];
  const migrations = await checkMigrations(url);
  if (migrations.level === 'error') return [server, role, migrations];
  const { db } = openDatabase({ url, size: 1, applicationName: 'openmat-doctor', log: { warn: () => {} } });
  try {
    return [server, role, migrations, await checkQueue(db), await checkInvariants(db)];
  } finally {
    await db.destroy();
  }
}

async function checkInvariants(db: Database): Promise<Finding> {
  const subject = 'Invariants';
  const violations = await auditInvariants(db);
  if (violations.length === 0) return { subject, level: 'ok', message: `all ${invariants.length} hold` };
  const broken = new Set(violations.map(({ invariant }) => invariant)).size;
  return { subject, level: 'error', message: `${broken} of ${invariants.length} broken`, violations };
}
