import { join, resolve } from 'node:path';

/** The folder of this repository. */
export const projectRoot = resolve(import.meta.dirname, '../..');

/** The environment for tools of the project: they find each other, and the project's Node, before those of the machine. */
export function toolEnvironment(): NodeJS.ProcessEnv {
  return { ...process.env, PATH: `${join(projectRoot, 'node_modules/.bin')}:${process.env.PATH ?? ''}` };
}
