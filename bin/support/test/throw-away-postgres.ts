import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { removePostgresData, startPostgres } from '../embedded-postgres.ts';

/** Nothing of it has to survive a power cut, so it never waits for the disk. */
const SETTINGS = {
  fsync: 'off',
  full_page_writes: 'off',
  synchronous_commit: 'off',
  max_connections: '400',
};

/** A server in a temporary folder with a free port, for tests. `stop()` also deletes the folder. */
export async function startThrowAwayPostgres(): Promise<{ url: string; stop(): Promise<void> }> {
  const dataDir = await mkdtemp(join(tmpdir(), 'openmat-test-'));
  const server = await startPostgres({ dataDir, settings: SETTINGS });
  const stop = async () => {
    await server.stop();
    await removePostgresData(dataDir);
  };
  return { url: server.url, stop };
}
