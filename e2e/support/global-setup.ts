import { randomUUID } from 'node:crypto';
import { unwrap } from '@openmat/api-client';
import { createAdmin } from '../../apps/server/src/modules/identity/index.ts';
import { openDatabase } from '../../apps/server/src/platform/db/database.ts';
import { createLogger } from '../../apps/server/src/platform/log.ts';
import { logIn, type Person } from './people.ts';
import { startStack } from './start-stack.ts';
import { ZONE } from './times.ts';

/** One stack for the whole run. Workers learn its addresses from the environment, which they inherit. */
export default async function globalSetup(): Promise<() => Promise<void>> {
  const stack = await startStack();
  process.env.OPENMAT_E2E_WEB_URL = stack.webUrl;
  process.env.OPENMAT_E2E_API_URL = stack.apiUrl;
  process.env.OPENMAT_E2E_STRIPE_URL = stack.stripeUrl;
  process.env.OPENMAT_E2E_INBOX_URL = stack.inboxUrl;
  process.env.OPENMAT_E2E_LOG_DIR = stack.logDir;
  try {
    process.env.OPENMAT_E2E_ADMIN = JSON.stringify(await openStudio(stack.databaseUrl));
  } catch (error) {
    await stack.stop();
    throw error;
  }
  return stack.stop;
}

/** A studio with an admin, as after an installation; everything else the tests make themselves. */
async function openStudio(databaseUrl: string): Promise<Person> {
  const admin = { name: 'Ada', email: 'ada@example.org', password: randomUUID() };
  const { db } = openDatabase({ url: databaseUrl, size: 1, log: createLogger('silent') });
  try {
    await createAdmin(db, admin);
  } finally {
    await db.destroy();
  }
  const body = { name: 'Lindenhof Yoga', timeZone: ZONE, locales: ['en', 'de', 'es', 'sl'] };
  await unwrap((await logIn(admin)).PATCH('/api/v1/admin/studio', { body }));
  return admin;
}
