import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

/** A load generator that has everything ready and waits for the word. */
export interface PreparedLoad<Result> {
  /** Begins, and gives the result of the whole load. */
  start(): Promise<Result>;
}

/**
 * Prepares a load in a process of its own, so that what generates it takes no time from what is measured here.
 *
 * @param file the child's module, whose main call is `serveLoad`
 */
export async function prepareLoad<Plan extends object, Result>(
  file: string,
  plan: Plan,
): Promise<PreparedLoad<Result>> {
  const child = fork(fileURLToPath(new URL(file, import.meta.url)), { serialization: 'advanced' });
  const failed = once(child, 'exit').then(([code]) => Promise.reject(new Error(`${file} ended with ${code}`)));
  failed.catch(() => {});
  const next = async () => {
    const [message] = await Promise.race([once(child, 'message'), failed]);
    return message;
  };
  child.send(plan);
  await next();
  return {
    start: async () => {
      child.send('start');
      return (await next()) as Result;
    },
  };
}

/** The child's side: gets the plan, prepares, waits for the start, runs, and tells the result. */
export async function serveLoad<Plan, Result extends object>(
  prepare: (plan: Plan) => Promise<() => Promise<Result>>,
): Promise<void> {
  const [plan] = await once(process, 'message');
  const run = await prepare(plan as Plan);
  process.send?.('ready');
  await once(process, 'message');
  const result = await run();
  process.send?.(result, undefined, {}, () => process.exit());
}
