import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findFreePort } from '../../../bin/support/free-port.ts';
import { projectRoot } from '../../../bin/support/project.ts';
import { startProcess } from '../../../bin/support/stack/managed-process.ts';
import { Stack } from '../../../bin/support/stack/stack.ts';
import { buildWeb, isWebBuilt, NEXT } from '../../../bin/support/stack/web-build.ts';

/** Serves the production build of the web app in front of an API while `work` runs; builds it first when sources have changed. */
export async function withWebServer<T>(apiUrl: string, work: (webUrl: string) => Promise<T>): Promise<T> {
  await using opened = new AsyncDisposableStack();
  const folder = await mkdtemp(join(tmpdir(), 'openmat-bench-web-'));
  opened.defer(() => rm(folder, { recursive: true }));
  const stack = new Stack(async () => {});
  opened.defer(() => stack.stop());
  if (!(await isWebBuilt())) await stack.run((context) => buildWeb(join(folder, 'build.log'), context));
  const port = await findFreePort();
  const webUrl = `http://localhost:${port}`;
  await stack.start((context) =>
    startProcess(
      {
        title: 'the web app',
        command: [
          process.execPath,
          join(projectRoot, NEXT),
          'start',
          '--port',
          String(port),
          '--hostname',
          'localhost',
        ],
        cwd: 'apps/web',
        env: { NODE_ENV: 'production', OPENMAT_API_URL: apiUrl, OPENMAT_WEB_URL: webUrl },
        logFile: join(folder, 'web.log'),
        ready: { url: webUrl },
      },
      context,
    ),
  );
  return await work(webUrl);
}
