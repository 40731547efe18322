import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cp, mkdir, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { UserError } from '../settings.ts';
import type { PostgresInstallation } from './postgres-binaries.ts';

const run = promisify(execFile);

/**
 * Who runs the server, and on which files. PostgreSQL refuses to run as root, so root needs somebody else; that somebody
 * may be unable to enter a folder like /root/openmat.
 */
export interface PostgresAccount {
  /** How it was solved, for messages. */
  kind: 'self' | 'other-user' | 'user-namespace' | 'copy';
  /** Put before the program and its arguments. */
  prefix: readonly string[];
  /** For `spawn`. */
  identity: { uid?: number; gid?: number };
  /** Who the files must belong to, seen from outside; undefined when they are ours anyway. */
  owner: { uid: number; gid: number } | undefined;
  installation: PostgresInstallation;
  /** Where cluster and password are kept. */
  dataDir: string;
}

type Ids = { uid: number; gid: number };

/** Folder for root when the project's own folder cannot be entered by anybody else and the kernel allows no namespaces. */
const COPY_ROOT = '/var/lib/openmat';

/** Finds the first way that works here; a probe really enters the folders and runs a program, nothing is guessed from modes. */
export async function chooseAccount(dataDir: string, installation: PostgresInstallation): Promise<PostgresAccount> {
  const base = { prefix: [], identity: {}, owner: undefined, installation, dataDir };
  if (process.getuid?.() !== 0) return { ...base, kind: 'self' };

  await mkdir(dirname(dataDir), { recursive: true });
  // Data of an ordinary user stays that user's, although root starts it this time.
  const ids = (await ownerBesidesRoot(dataDir)) ?? (await findUnprivilegedUser());
  const otherUser: PostgresAccount = { ...base, kind: 'other-user', identity: ids, owner: ids };
  if (await canReach(otherUser)) return otherUser;

  // Inside the namespace root's own files belong to `ids`; outside they stay root's.
  const prefix = ['unshare', '--user', `--map-user=${ids.uid}`, `--map-group=${ids.gid}`, '--'];
  const namespace: PostgresAccount = { ...base, kind: 'user-namespace', prefix, owner: { uid: 0, gid: 0 } };
  if (await canReach(namespace)) return namespace;

  return await copyElsewhere(otherUser);
}

async function ownerBesidesRoot(folder: string): Promise<Ids | undefined> {
  const owner = await stat(folder).catch(() => undefined);
  return owner && owner.uid !== 0 ? { uid: owner.uid, gid: owner.gid } : undefined;
}

/** initdb looks its user up by name, so a bare number is not enough. */
async function findUnprivilegedUser(): Promise<Ids> {
  for (const name of ['postgres', 'nobody']) {
    const ids = await Promise.all(['-u', '-g'].map((flag) => run('id', [flag, name]))).catch(() => undefined);
    if (ids) return { uid: Number(ids[0]?.stdout), gid: Number(ids[1]?.stdout) };
  }
  throw new UserError(
    'PostgreSQL refuses to run as root, and there is no user `postgres` or `nobody` to run it as instead.',
  );
}

async function canReach({ prefix, identity, installation, dataDir }: PostgresAccount): Promise<boolean> {
  const script = '[ "$(id -u)" -ne 0 ] && [ -x "$1" ] && [ -x "$2" ]';
  const parts = [...prefix, 'sh', '-c', script, 'sh', join(installation.root, 'bin/postgres'), dirname(dataDir)];
  const [command = '', ...args] = parts;
  return await run(command, args, { ...identity, cwd: '/' }).then(
    () => true,
    () => false,
  );
}

async function copyElsewhere(account: PostgresAccount): Promise<PostgresAccount> {
  const { installation } = account;
  const root = join(COPY_ROOT, `postgres-${installation.version}`);
  await mkdir(COPY_ROOT, { recursive: true, mode: 0o755 });
  if (!(await stat(root).catch(() => undefined))) {
    // Under another name first: a copy that was interrupted must not look complete.
    const unfinished = `${root}.${process.pid}`;
    await cp(installation.root, unfinished, { recursive: true, verbatimSymlinks: true });
    await rename(unfinished, root).catch(() => rm(unfinished, { recursive: true }));
  }
  const folder = createHash('sha256').update(account.dataDir).digest('hex').slice(0, 12);
  return { ...account, kind: 'copy', installation: { ...installation, root }, dataDir: join(COPY_ROOT, folder) };
}
