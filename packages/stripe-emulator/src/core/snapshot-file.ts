import { mkdirSync, readFileSync } from 'node:fs';
import { rename, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Snapshot } from './store.ts';

/** Keeps the state in one JSON file. */
export interface SnapshotFile {
  read(): Snapshot;
  /** Asks for a write soon; many changes in a row become one write. */
  touch(): void;
  /** Writes what is not yet written. */
  flush(): Promise<void>;
}

interface Options {
  path: string;
  debounceMs: number;
  serialize: () => string;
  onError: (error: unknown) => void;
}

/** For emulators without a data directory: nothing is read and nothing written. */
export const noSnapshotFile: SnapshotFile = { read: () => ({}), touch: () => {}, flush: async () => {} };

export function openSnapshotFile({ path, debounceMs, serialize, onError }: Options): SnapshotFile {
  mkdirSync(dirname(path), { recursive: true });
  let timer: NodeJS.Timeout | undefined;
  let writing = Promise.resolve();
  let lastWriteMs = 0;

  // Written beside and renamed, so that a kill at any moment leaves either the old state or the new one.
  const write = async () => {
    const startedAt = performance.now();
    try {
      await writeFile(`${path}.tmp`, serialize(), { mode: 0o600 });
      await rename(`${path}.tmp`, path);
    } catch (error) {
      onError(error);
    }
    lastWriteMs = performance.now() - startedAt;
  };

  const flush = () => {
    if (timer) {
      clearTimeout(timer);
      timer = undefined;
      writing = writing.then(write);
    }
    return writing;
  };

  return {
    read: () => readSnapshot(path),
    touch: () => {
      // A large state is written less often, so that writing never takes more than a tenth of the time.
      timer ??= setTimeout(flush, Math.max(debounceMs, lastWriteMs * 9));
    },
    flush,
  };
}

function readSnapshot(path: string): Snapshot {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return {};
    throw error;
  }
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new Error(`${path} is not valid JSON; remove it to start with an empty Stripe account.`, { cause });
  }
}
