/** One kind of check: a tool that prints what is wrong and then exits with another code than 0. */
export interface CheckStage {
  title: string;
  command: readonly [tool: string, ...args: string[]];
  /** What it prints is worth reading also when all is well. */
  isReport?: boolean;
}

const SOURCES = ['apps', 'packages', 'bin', 'e2e', 'bench'];

/** What `openmat check` looks at. */
export const checkStages: readonly CheckStage[] = [
  { title: 'format and lint', command: ['biome', 'check', '--error-on-warnings', '.'] },
  { title: 'types', command: ['tsc', '--noEmit', '-p', 'tsconfig.json'] },
  { title: 'dependency rules', command: ['depcruise', ...SOURCES] },
  { title: 'unused code', command: ['knip'] },
  // The build checks the types. It writes into .next, so nothing else of Next.js may run beside it.
  { title: 'web app: types, build, weight', command: ['node', 'bin/support/check/check-web.ts'], isReport: true },
];
