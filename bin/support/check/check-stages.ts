/** One kind of check: a tool that prints what is wrong and then exits with another code than 0. */
export interface CheckStage {
  title: string;
  command: readonly [tool: string, ...args: string[]];
}

const SOURCES = ['apps', 'packages', 'bin', 'e2e', 'bench'];

// Next.js generates types of the routes; those of the last build may name pages that are gone.
const WEB_TYPES = 'cd apps/web && next typegen && tsc --noEmit -p .';

/** What `openmat check` looks at. */
export const checkStages: readonly CheckStage[] = [
  { title: 'format and lint', command: ['biome', 'check', '--error-on-warnings', '.'] },
  { title: 'types', command: ['tsc', '--noEmit', '-p', 'tsconfig.json'] },
  { title: 'types of the web app', command: ['sh', '-c', WEB_TYPES] },
  { title: 'dependency rules', command: ['depcruise', ...SOURCES] },
  { title: 'unused code', command: ['knip'] },
];
