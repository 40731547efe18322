import { lockDataDir } from './data-dir-lock.ts';
import { findRunningPostgres, startPostgres } from './embedded-postgres.ts';
import { type DatabaseUrls, ownDatabaseUrls, type Settings } from './settings.ts';
import { postgresDirOf } from './stack/stack-steps.ts';

/**
 * Gives an action the URLs of the database: those of the environment, of the embedded server that runs on the data folder,
 * or of one that runs only meanwhile.
 */
export async function withDatabase<T>(
  settings: Settings,
  command: string,
  action: (urls: DatabaseUrls) => Promise<T>,
): Promise<T> {
  const present = ownDatabaseUrls(settings) ?? (await findRunningPostgres(postgresDirOf(settings)));
  if (present) return await action(present);
  const lock = await lockDataDir(settings.dataDir, command);
  try {
    const server = await startPostgres({ dataDir: postgresDirOf(settings) });
    return await action(server).finally(server.stop);
  } finally {
    await lock.release();
  }
}
