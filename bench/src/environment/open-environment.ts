import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { migrateUp } from '../../../apps/server/src/platform/db/migrate.ts';
import { removePostgresData, startPostgres } from '../../../bin/support/embedded-postgres.ts';
import { createBaseline } from '../baseline/baseline-schema.ts';
import type { Benchmark } from '../benchmark.ts';
import { type StudioSize, seedStudio } from './seed.ts';
import { type ServerProcess, startServerProcess } from './server-process.ts';

/** A database server and the processes of Openmat, all of one benchmark alone. */
export interface Environment {
  /** Of the owner; the processes connect as the application's role, as they do in earnest. */
  databaseUrl: string;
  /** For questions between the rounds. */
  client: pg.Client;
  postgresPid: number;
  apis: readonly ServerProcess[];
  size: StudioSize;
}

export interface EnvironmentOptions {
  size: StudioSize;
  /** `seedStudio` when absent. */
  seed?: Benchmark['seed'];
  processes: number;
  worker: boolean;
  profileDir?: string | undefined;
}

/** Opens an environment for `work`, and closes it whatever comes of that. */
export async function withEnvironment<T>(
  { size, seed = seedStudio, processes, worker, profileDir }: EnvironmentOptions,
  work: (environment: Environment) => Promise<T>,
): Promise<T> {
  await using opened = new AsyncDisposableStack();
  const dataDir = await mkdtemp(join(tmpdir(), 'openmat-bench-'));
  opened.defer(() => removePostgresData(dataDir));
  // Everything else as PostgreSQL comes, above all fsync: what a booking costs is largely what a commit costs.
  const postgres = await startPostgres({ dataDir, settings: { max_connections: '300' } });
  opened.defer(() => postgres.stop());
  const databaseUrl = postgres.url;
  await migrateUp(databaseUrl);
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  opened.defer(() => client.end());
  await seed(client, size);
  await createBaseline(client);
  const apis: ServerProcess[] = [];
  for (let i = 0; i < processes + Number(worker); i += 1) {
    const role = i < processes ? 'api' : 'worker';
    const server = await startServerProcess({ role, databaseUrl: postgres.applicationUrl, profileDir });
    opened.defer(() => server.stop());
    if (role === 'api') apis.push(server);
  }
  return await work({ databaseUrl, client, postgresPid: postgres.pid, apis, size });
}
