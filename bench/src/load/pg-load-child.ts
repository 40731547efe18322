import { setTimeout as delay } from 'node:timers/promises';
import pg from 'pg';
import { lapsOf } from '../baseline/sql-load.ts';
import { memberId, sessionId } from '../environment/ids.ts';
import { serveLoad } from './load-child.ts';
import type { PgLoadPlan, PgLoadResult } from './pg-load.ts';

/** Values by parameter name; statements add what they find. */
type Values = Record<string, string>;
type Step = (client: pg.Client, values: Values) => Promise<void>;

await serveLoad(async (plan: PgLoadPlan) => {
  const clients = await Promise.all(Array.from({ length: plan.clients }, () => connect(plan.databaseUrl)));
  return () => run(plan, clients);
});

async function connect(databaseUrl: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  return client;
}

async function run(plan: PgLoadPlan, clients: readonly pg.Client[]): Promise<PgLoadResult> {
  const steps = plan.statements.map(prepared);
  const { members, sessions, pauseMs = 0 } = plan;
  const [first, last] = sessions;
  const laps = lapsOf(sessions);
  const perLap = Math.floor((last - first + 1) / laps);
  const latencies: number[] = [];
  let turn = members.offset;
  const start = performance.now();
  const deadline = start + plan.seconds * 1_000;
  const takeTurns = async (client: pg.Client) => {
    while (performance.now() < deadline) {
      turn += 1;
      const lap = Math.floor(turn / members.count) % laps;
      const values: Values = {
        member: memberId(members.first + (turn % members.count)),
        session: sessionId(first + lap + laps * Math.floor(Math.random() * perLap)),
      };
      const begun = performance.now();
      for (const step of steps) await step(client, values);
      latencies.push(performance.now() - begun);
      if (pauseMs > 0) await delay(pauseMs);
    }
  };
  await Promise.all(clients.map(takeTurns));
  const seconds = (performance.now() - start) / 1_000;
  await Promise.all(clients.map((client) => client.end()));
  const turns = latencies.length;
  return { turns, perSecond: turns / seconds, latenciesMs: Float64Array.from(latencies) };
}

/** A named statement whose `:name` parameters are taken from the values, and whose first row is added to them. */
function prepared(sql: string, index: number): Step {
  const parameters = [...new Set(sql.match(/:(session|member|ticket)\b/g))].map((parameter) => parameter.slice(1));
  const text = sql.replaceAll(/:(session|member|ticket)\b/g, (_, parameter) => `$${parameters.indexOf(parameter) + 1}`);
  return async (client, values) => {
    const { rows } = await client.query({
      name: `step ${index}`,
      text,
      values: parameters.map((parameter) => values[parameter]),
    });
    Object.assign(values, rows[0]);
  };
}
