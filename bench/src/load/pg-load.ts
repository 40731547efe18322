import type { SqlLoad, SqlLoadResult } from '../baseline/sql-load.ts';
import { prepareLoad } from './load-child.ts';

export interface PgLoadPlan extends SqlLoad {
  /** Wait after each turn of a client. */
  pauseMs?: number;
}

export interface PgLoadResult extends SqlLoadResult {
  latenciesMs: Float64Array;
}

/** Runs a load with `pg` in a child process. */
export async function runPgLoad(plan: PgLoadPlan): Promise<PgLoadResult> {
  return (await prepareLoad<PgLoadPlan, PgLoadResult>('./pg-load-child.ts', plan)).start();
}
