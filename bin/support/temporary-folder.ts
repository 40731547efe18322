import { mkdtemp, readdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { identifyProcess, isSameProcess } from './process-identity.ts';

const NAME = /^openmat-(?<pid>\d+)-(?<startedAt>[^-]+)-\w{6}$/;

/** A new temporary folder whose name says whose it is. The caller removes it in the end. */
export async function createTemporaryFolder(): Promise<string> {
  const owner = await identifyProcess(process.pid);
  return await mkdtemp(join(tmpdir(), `openmat-${process.pid}-${encode(owner?.startedAt ?? '')}-`));
}

/** The folders whose owners were killed before they could remove them. */
export async function findAbandonedFolders(): Promise<string[]> {
  const names = await readdir(tmpdir());
  const checked = await Promise.all(names.map(async (name) => ({ name, isAbandoned: await isAbandoned(name) })));
  return checked.filter((folder) => folder.isAbandoned).map(({ name }) => join(tmpdir(), name));
}

async function isAbandoned(name: string): Promise<boolean> {
  const { pid, startedAt } = NAME.exec(name)?.groups ?? {};
  if (pid === undefined || startedAt === undefined) return false;
  return !(await isSameProcess({ pid: Number(pid), startedAt: decodeURIComponent(startedAt) }));
}

/** Start times hold blanks and colons on some systems. */
const encode = (text: string) => encodeURIComponent(text).replaceAll('-', '%2D');
