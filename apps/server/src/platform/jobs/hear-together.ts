import type { RegisteredJob } from './define-job.ts';

/**
 * Joins the handlers of the same job into one that runs them in turn: several modules hear one event.
 *
 * Each runs whatever the others do; if one fails the job fails, and all of them run again.
 */
export function hearTogether(jobs: readonly RegisteredJob[]): RegisteredJob[] {
  const byJob = Map.groupBy(jobs, ({ definition }) => definition);
  return [...byJob].map(([definition, handlers]) => ({
    definition,
    handle: async (payload, signal) => {
      const errors: unknown[] = [];
      for (const { handle } of handlers) await handle(payload, signal).catch((error) => errors.push(error));
      if (errors.length > 0) throw errors.length === 1 ? errors[0] : new AggregateError(errors, definition.name);
    },
  }));
}
