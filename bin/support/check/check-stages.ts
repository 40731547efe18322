import { access } from 'node:fs/promises';
import { join } from 'node:path';
import { projectRoot } from '../project.ts';

/** One kind of check: a tool that prints what is wrong and then exits with another code than 0. */
export interface CheckStage {
  title: string;
  command: readonly [tool: string, ...args: string[]];
}

const SOURCES = ['apps', 'packages', 'bin', 'e2e', 'bench'];

/** What `openmat check` looks at. */
export async function checkStages(): Promise<CheckStage[]> {
  const hasWeb = await access(join(projectRoot, 'apps/web/tsconfig.json')).then(
    () => true,
    () => false,
  );
  return [
    { title: 'format and lint', command: ['biome', 'check', '--error-on-warnings', '.'] },
    { title: 'types', command: ['tsc', '--noEmit', '-p', 'tsconfig.json'] },
    ...(hasWeb
      ? [{ title: 'types of the web app', command: ['tsc', '--noEmit', '-p', 'apps/web/tsconfig.json'] as const }]
      : []),
    { title: 'dependency rules', command: ['depcruise', ...SOURCES] },
    { title: 'unused code', command: ['knip'] },
  ];
}
