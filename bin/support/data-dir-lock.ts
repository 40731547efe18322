import { randomUUID } from 'node:crypto';
import { link, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { identifyProcess, isSameProcess, type ProcessIdentity } from './process-identity.ts';
import { UserError } from './settings.ts';
import { waitUntil } from './wait-until.ts';

interface LockContent {
  command: string;
  owner: ProcessIdentity;
  children: ProcessIdentity[];
  /** The owner is about to give the folder back. */
  isEnding: boolean;
}

/** Says that one command uses a data folder, and what it started there. */
export interface DataDirLock {
  /** Records a child, so that the next command can end it should this one be killed. */
  addChild(pid: number): Promise<void>;
  /** Makes the next command wait instead of refusing. */
  announceEnd(): Promise<void>;
  release(): Promise<void>;
}

const ATTEMPTS = 3;
const LEFTOVER_TIMEOUT_MS = 15_000;
/** Longer than all components together need to end in order. */
const END_TIMEOUT_MS = 60_000;

/**
 * Takes the data folder for this process. What a killed predecessor left running there is ended first: exactly the
 * processes it recorded, and only those that are still the same.
 *
 * @throws UserError when another living command has it
 */
export async function lockDataDir(dataDir: string, command: string): Promise<DataDirLock> {
  await mkdir(dataDir, { recursive: true });
  const path = join(dataDir, 'lock.json');
  const owner = await identifyProcess(process.pid);
  if (!owner) throw new Error('This process cannot be identified.');
  const content: LockContent = { command, owner, children: [], isEnding: false };
  for (let attempt = 1; attempt <= ATTEMPTS; attempt += 1) {
    if (await createLock(path, content)) return openLock(path, content);
    await removeStaleLock(path);
  }
  throw new UserError(`${path} cannot be taken: other commands take it again and again.`);
}

/** Complete from the moment it can be seen: a link fails when the name is taken, unlike a rename. */
async function createLock(path: string, content: LockContent): Promise<boolean> {
  const draft = `${path}.${randomUUID()}`;
  await writeFile(draft, JSON.stringify(content), { mode: 0o600 });
  try {
    await link(draft, path);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  } finally {
    await rm(draft);
  }
}

async function removeStaleLock(path: string): Promise<void> {
  const text = await readLock(path);
  const content = parseLock(text);
  if (content && !(await hasEnded(content))) {
    const { command, owner } = content;
    throw new UserError(
      `\`openmat ${command}\` already runs on ${dirname(path)} (process ${owner.pid}). Stop it, or choose another folder with OPENMAT_DATA_DIR.`,
    );
  }
  await Promise.all((content?.children ?? []).map(endLeftover));
  // Another command may have done the same meanwhile and hold the lock by now.
  if ((await readLock(path)) === text) await rm(path, { force: true });
}

async function hasEnded({ owner, isEnding }: LockContent): Promise<boolean> {
  return await waitUntil(async () => !(await isSameProcess(owner)), { timeoutMs: isEnding ? END_TIMEOUT_MS : 0 });
}

const readLock = (path: string) => readFile(path, 'utf8').catch(() => '');

/** A power cut can leave an empty file; that is no reason never to start again. */
function parseLock(text: string): LockContent | undefined {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Children lead process groups of their own, so theirs end with them. */
async function endLeftover(child: ProcessIdentity): Promise<void> {
  const isGone = async () => !(await isSameProcess(child));
  for (const signal of ['SIGTERM', 'SIGKILL'] as const) {
    if (await isGone()) return;
    process.kill(-child.pid, signal);
    await waitUntil(isGone, { timeoutMs: LEFTOVER_TIMEOUT_MS });
  }
}

function openLock(path: string, content: LockContent): DataDirLock {
  let writing = Promise.resolve();
  const write = () => {
    writing = writing.then(async () => {
      await writeFile(`${path}.new`, JSON.stringify(content), { mode: 0o600 });
      await rename(`${path}.new`, path);
    });
    return writing;
  };
  return {
    addChild: async (pid) => {
      const child = await identifyProcess(pid);
      if (!child) return;
      content.children.push(child);
      await write();
    },
    announceEnd: async () => {
      content.isEnding = true;
      await write();
    },
    release: async () => {
      await writing;
      await rm(path, { force: true });
    },
  };
}
