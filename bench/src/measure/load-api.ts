import type { Environment } from '../environment/open-environment.ts';
import { type HttpLoadPlan, type HttpLoadResult, prepareHttpLoad } from '../load/http-load.ts';
import { machineSeconds, processorSeconds } from './processor-time.ts';

/** One load on the API and what it cost. */
export interface ApiSample extends HttpLoadResult {
  perSecond: number;
  /** Answers with 201. */
  confirmed: number;
  /** Microseconds of processor time per answer. */
  cpuMicros: { api: number; postgres: number; load: number };
  /** Share (0 to 1) of the machine's processors that other work took meanwhile. */
  othersShare: number;
}

/** Loads the API from a child process, and measures what the processes behind it use meanwhile. */
export async function loadApi(environment: Environment, plan: Omit<HttpLoadPlan, 'urls'>): Promise<ApiSample> {
  const { apis, postgresPid } = environment;
  const load = await prepareHttpLoad({ ...plan, urls: apis.map((api) => api.url) });
  const processes = [apis.map((api) => api.pid), [postgresPid]];
  const before = await Promise.all(processes.map(processorSeconds));
  const machineBefore = machineSeconds();
  const result = await load.start();
  const machine = machineSeconds();
  const after = await Promise.all(processes.map(processorSeconds));
  const answers = result.statuses.length;
  const [api = 0, postgres = 0] = after.map((seconds, i) => seconds - (before[i] ?? 0));
  const perAnswer = (seconds: number) => (seconds / answers) * 1e6;
  const others = machine.busy - machineBefore.busy - api - postgres - result.cpuSeconds;
  return {
    ...result,
    perSecond: answers / result.seconds,
    confirmed: result.statuses.filter((status) => status === 201).length,
    cpuMicros: { api: perAnswer(api), postgres: perAnswer(postgres), load: perAnswer(result.cpuSeconds) },
    othersShare: Math.max(0, others / (machine.all - machineBefore.all)),
  };
}

/** What a load was answered instead of the expected status, in words; empty when nothing. */
export function unexpectedAnswers(what: string, { statuses }: HttpLoadResult, expected: number): string[] {
  const others = statuses.filter((status) => status !== expected);
  return [...Map.groupBy(others, (status) => status)].map(
    ([status, answers]) => `${what}: ${answers.length} of ${statuses.length} answers were ${status}`,
  );
}
