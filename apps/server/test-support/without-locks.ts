import pg from 'pg';

/**
 * Loaded with `--import` into an API process: takes the row locks out of every statement, as a careless change of ours could.
 * The race tests must notice; see `noon-drop.race.test.ts`.
 */
const query = pg.Client.prototype.query as (this: pg.Client, ...args: unknown[]) => unknown;

pg.Client.prototype.query = function queryWithoutLocks(this: pg.Client, first: unknown, ...rest: unknown[]) {
  return query.call(this, withoutLock(first), ...rest);
} as typeof pg.Client.prototype.query;

function withoutLock(config: unknown): unknown {
  if (typeof config !== 'object' || config === null || !('text' in config)) return config;
  return Object.assign(config, { text: String(config.text).replace(/for update of \w+/g, '') });
}
