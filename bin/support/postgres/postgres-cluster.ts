import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chmod, chown, lchown, mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { UserError } from '../settings.ts';
import type { PostgresAccount } from './postgres-account.ts';

const run = promisify(execFile);

export const SUPERUSER = 'openmat';

export interface ClusterPasswords {
  /** Of its superuser, who owns everything in it. */
  owner: string;
  /** Of the role that API and worker connect with; undefined before a version that knows it has started the cluster. */
  application: string | undefined;
}

/** A database cluster on disk: what `initdb` made, and the passwords beside it. */
export interface PostgresCluster {
  path: string;
  passwords: ClusterPasswords & { application: string };
}

const ownerFile = (dataDir: string) => join(dataDir, 'password');
const applicationFile = (dataDir: string) => join(dataDir, 'application-password');

/** Opens the cluster of this account, and creates it first when there is none. */
export async function prepareCluster(account: PostgresAccount): Promise<PostgresCluster> {
  const path = join(account.dataDir, 'cluster');
  await mkdir(account.dataDir, { recursive: true, mode: 0o700 });
  if (await stat(join(path, 'PG_VERSION')).catch(() => undefined)) {
    await giveTo(account.owner, account.dataDir);
  } else {
    await createCluster(account, path);
  }
  const { owner, application } = await readPasswords(account);
  return {
    path,
    passwords: { owner, application: application ?? (await makePassword(account, applicationFile(account.dataDir))) },
  };
}

export async function readPasswords({ dataDir }: PostgresAccount): Promise<ClusterPasswords> {
  const application = await readFile(applicationFile(dataDir), 'utf8').catch(() => '');
  return { owner: await readFile(ownerFile(dataDir), 'utf8'), application: application || undefined };
}

async function makePassword({ owner }: PostgresAccount, file: string): Promise<string> {
  const password = randomBytes(24).toString('base64url');
  await writeFile(file, password, { mode: 0o600 });
  await chmod(file, 0o600);
  if (owner) await chown(file, owner.uid, owner.gid);
  return password;
}

async function createCluster(account: PostgresAccount, path: string): Promise<void> {
  const passwordFile = ownerFile(account.dataDir);
  await makePassword(account, passwordFile);
  await giveTo(account.owner, account.dataDir);
  // Under another name first: a cluster whose creation was interrupted must not look complete.
  const unfinished = `${path}.unfinished`;
  await rm(unfinished, { recursive: true, force: true });
  const [command = '', ...args] = [
    ...account.prefix,
    join(account.installation.root, 'bin/initdb'),
    `--pgdata=${unfinished}`,
    `--username=${SUPERUSER}`,
    `--pwfile=${passwordFile}`,
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    // The built-in provider sorts and folds the same on every machine, whatever locales are installed.
    '--locale=C',
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
    // The first start flushes nothing that matters yet; the rename below is what makes the cluster count.
    '--no-sync',
  ];
  await run(command, args, { ...account.identity, cwd: '/' }).catch((error: { stderr?: string; message: string }) => {
    throw new UserError(`PostgreSQL could not create its data folder ${path}:\n${error.stderr || error.message}`);
  });
  await rename(unfinished, path);
}

/** Only walks the tree when the owner is another one than last time, as after a `chmod` of a parent folder. */
async function giveTo(owner: PostgresAccount['owner'], folder: string): Promise<void> {
  if (!owner || (await stat(folder)).uid === owner.uid) return;
  for (const entry of await readdir(folder, { recursive: true }))
    await lchown(join(folder, entry), owner.uid, owner.gid);
  // Last, so that an interrupted walk is walked again.
  await chown(folder, owner.uid, owner.gid);
}
