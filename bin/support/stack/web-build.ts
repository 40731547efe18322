import { createHash } from 'node:crypto';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { projectRoot } from '../project.ts';
import { runProcess } from './managed-process.ts';
import type { StartContext } from './stack.ts';

/** The program of Next.js, relative to the project. */
export const NEXT = 'node_modules/next/dist/bin/next';

const WEB = 'apps/web';
/** What the build reads. The lock file stands for everything in node_modules. */
const SOURCES = [WEB, 'packages/api-client', 'tsconfig.base.json', 'package-lock.json'];
const NOT_SOURCES = /(^|\/)(node_modules|\.next|\.turbo)(\/|$)|next-env\.d\.ts$|\.tsbuildinfo$/;

/**
 * Names the state of all files below the given paths, by what is in them: a checkout or a copy changes times but not the
 * build.
 */
export async function hashSources(root: string, paths: readonly string[]): Promise<string> {
  const lists = await Promise.all(paths.map((path) => listFiles(root, path)));
  const hash = createHash('sha256');
  for (const path of lists.flat().sort()) {
    const content = createHash('sha256')
      .update(await readFile(join(root, path)))
      .digest('hex');
    hash.update(`${path} ${content}\n`);
  }
  return hash.digest('hex');
}

async function listFiles(root: string, path: string): Promise<string[]> {
  const entries = await readdir(join(root, path), { withFileTypes: true }).catch(() => undefined);
  if (!entries) return [path];
  const lists = entries
    .map((entry) => ({ entry, child: join(path, entry.name) }))
    .filter(({ child }) => !NOT_SOURCES.test(child))
    .map(({ entry, child }) => (entry.isDirectory() ? listFiles(root, child) : [child]));
  return (await Promise.all(lists)).flat();
}

const markerFile = join(projectRoot, WEB, '.next/openmat-sources');

/** Whether the production build on disk is one of the present sources. */
export async function isWebBuilt(): Promise<boolean> {
  const built = await readFile(markerFile, 'utf8').catch(() => undefined);
  return built === (await hashSources(projectRoot, SOURCES));
}

/**
 * Makes the production build of the web app.
 *
 * @throws ComponentFailure with the last lines of what the build said
 */
export async function buildWeb(logFile: string, context: StartContext): Promise<void> {
  const sources = await hashSources(projectRoot, SOURCES);
  await runProcess(
    {
      title: 'the build of the web app',
      command: [process.execPath, join(projectRoot, NEXT), 'build'],
      cwd: WEB,
      env: { NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' },
      logFile,
    },
    context,
  );
  await writeFile(markerFile, sources);
}
