import { type Database, openDatabase } from '../../apps/server/src/platform/db/database.ts';
import { AppError } from '../../apps/server/src/platform/http/app-error.ts';
import { createLogger } from '../../apps/server/src/platform/log.ts';
import { readSettings, UserError } from './settings.ts';
import { withDatabase } from './with-database.ts';

/**
 * Runs a use case of the server on the database of this installation, as the owner of its tables.
 *
 * @throws UserError when the server refuses, with its reason
 */
export function withOpenDatabase<T>(command: string, work: (db: Database) => Promise<T>): Promise<T> {
  return withDatabase(readSettings(process.env), command, async ({ url }) => {
    const { db } = openDatabase({ url, size: 2, log: createLogger('silent'), applicationName: 'openmat-command' });
    try {
      return await work(db);
    } catch (error) {
      throw error instanceof AppError ? new UserError(error.message) : error;
    } finally {
      await db.destroy();
    }
  });
}
