import { readFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { projectRoot } from '../project.ts';
import { ComponentFailure, Stack } from '../stack/stack.ts';
import { buildWeb, isWebBuilt } from '../stack/web-build.ts';
import { createTemporaryFolder } from '../temporary-folder.ts';
import { formatWeights, isTooHeavy, type PageScripts, weighPages } from './page-weight.ts';

// A program of its own, like every other check. The build also checks types, and the browser tests use it afterwards.

const WEB = join(projectRoot, 'apps/web');

try {
  await build();
  const listed: PageScripts[] = JSON.parse(
    readFileSync(join(WEB, '.next/diagnostics/route-bundle-stats.json'), 'utf8'),
  );
  const pages = weighPages(listed, sizeOf);
  console.log(formatWeights(pages));
  if (pages.some(isTooHeavy)) {
    console.log('A page loads more script than it may: load what few visits need with next/dynamic, or make room.');
    process.exitCode = 1;
  }
} catch (error) {
  if (!(error instanceof ComponentFailure)) throw error;
  console.error(error.report);
  process.exitCode = 1;
}

async function build(): Promise<void> {
  if (await isWebBuilt()) return;
  const folder = await createTemporaryFolder();
  try {
    await new Stack(async () => {}).run((context) => buildWeb(join(folder, 'web-build.log'), context));
  } finally {
    await rm(folder, { recursive: true });
  }
}

function sizeOf(path: string): number {
  return gzipSync(readFileSync(join(WEB, path))).length;
}
