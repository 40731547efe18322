import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { lapsOf, type SqlLoad, type SqlLoadResult } from './sql-load.ts';

const run = promisify(execFile);

/** pgbench's version line; undefined when this machine has none. It is not part of the embedded PostgreSQL. */
export function findPgbench(): Promise<string | undefined> {
  return run('pgbench', ['--version']).then(
    ({ stdout }) => stdout.trim(),
    () => undefined,
  );
}

/** Runs a load with pgbench; the rate is without the time to connect. */
export async function runWithPgbench(load: SqlLoad): Promise<SqlLoadResult> {
  const { databaseUrl, clients, seconds } = load;
  const folder = await mkdtemp(join(tmpdir(), 'openmat-pgbench-'));
  try {
    const file = join(folder, 'script.sql');
    await writeFile(file, scriptOf(load));
    const flags = ['-n', '-M', 'prepared', '-D', 'turn=0', '-c', clients, '-j', Math.min(clients, 2), '-T', seconds];
    const { stdout } = await run('pgbench', [...flags.map(String), '-f', file, databaseUrl]);
    return {
      turns: numberIn(stdout, /actually processed: (\d+)/),
      perSecond: numberIn(stdout, /tps = ([\d.]+) \(without/),
    };
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** Ids are computed from numbers, because pgbench has no text to draw from. */
function scriptOf({ statements, members, sessions, clients }: SqlLoad): string {
  const { first, count, offset } = members;
  const laps = lapsOf(sessions);
  const perLap = Math.floor((sessions[1] - sessions[0] + 1) / laps);
  return [
    '\\set turn :turn + 1',
    `\\set n ${offset} + :turn * ${clients} + :client_id`,
    `\\set m ${first} + :n % ${count}`,
    `\\set s ${sessions[0]} + :n / ${count} % ${laps} + ${laps} * random(0, ${perLap - 1})`,
    ...statements.map(commandOf),
  ].join('\n');
}

function commandOf(statement: string): string {
  const sql = statement
    .replaceAll(/\s+/g, ' ')
    .replaceAll(':session', 'bench.session_id(:s)')
    .replaceAll(':member', 'bench.member_id(:m)');
  return / as ticket /.test(sql) ? `${sql} \\gset` : `${sql};`;
}

function numberIn(output: string, pattern: RegExp): number {
  const found = pattern.exec(output)?.[1];
  if (found === undefined) throw new Error(`pgbench printed something else than expected:\n${output}`);
  return Number(found);
}
