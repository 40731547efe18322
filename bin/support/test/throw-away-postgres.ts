import { type EmbeddedPostgres, removePostgresData, startPostgres } from '../embedded-postgres.ts';
import { createTemporaryFolder, findAbandonedFolders } from '../temporary-folder.ts';

/** Nothing of it has to survive a power cut, so it never waits for the disk. */
const SETTINGS = {
  fsync: 'off',
  full_page_writes: 'off',
  synchronous_commit: 'off',
  max_connections: '400',
};

/** A server in a temporary folder with a free port, for tests. `stop()` also deletes the folder. */
export async function startThrowAwayPostgres(): Promise<Pick<EmbeddedPostgres, 'url' | 'applicationUrl' | 'stop'>> {
  // A run that is interrupted cannot tidy up, so the next one does. Folders of other users are theirs.
  await Promise.allSettled((await findAbandonedFolders()).map(removePostgresData));
  const dataDir = await createTemporaryFolder();
  try {
    const server = await startPostgres({ dataDir, settings: SETTINGS });
    const stop = async () => {
      await server.stop();
      await removePostgresData(dataDir);
    };
    return { url: server.url, applicationUrl: server.applicationUrl, stop };
  } catch (error) {
    await removePostgresData(dataDir);
    throw error;
  }
}
