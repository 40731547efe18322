import type { Benchmark } from '../benchmark.ts';
import { type ApiSample, loadApi, unexpectedAnswers } from '../measure/load-api.ts';
import { median, spreadOf } from '../measure/percentile.ts';
import { measureInRounds } from '../measure/rounds.ts';
import { formatTable } from '../report/table.ts';

const SESSIONS_PER_DAY = 20;
const DAYS = 200;
const CONNECTIONS = 64;
const CLIENTS = 8;

/** Everybody looks at the schedule of one day. */
export const list: Benchmark = {
  summary: `the schedule of one day with ${SESSIONS_PER_DAY} sessions, against its SQL query alone`,
  size: () => ({
    members: 20_000,
    baselineMembers: 0,
    sessions: DAYS * SESSIONS_PER_DAY,
    sessionsPerDay: SESSIONS_PER_DAY,
    capacity: 20,
  }),
  run: async ({ environment, baseline, options, progress }) => {
    const { seconds, rounds } = options;
    const { from, to } = dayAfterTomorrow();
    const samples: ApiSample[] = [];
    const readThroughApi = async () => {
      const requests = { path: `/api/v1/sessions?from=${from}&to=${to}` };
      samples.push(await loadApi(environment, { connections: CONNECTIONS, requests, seconds }));
    };
    progress('warming up');
    await readThroughApi();
    samples.length = 0;
    const queries: number[] = [];
    const query = async () => void queries.push(await baseline.query(listSql(from, to), CLIENTS, seconds));
    await measureInRounds(rounds, { query, readThroughApi }, (round) => progress(`round ${round} of ${rounds}`));

    const rates = samples.map((sample) => sample.perSecond);
    const { p50, p99, max } = spreadOf(samples.flatMap((sample) => [...sample.latenciesMs]));
    const cpu = (part: keyof ApiSample['cpuMicros']) => median(samples.map((sample) => sample.cpuMicros[part]));
    const none = Number.NaN;
    return {
      tables: [
        formatTable(
          ['lists', 'per second', 'lowest', 'highest', 'p50 ms', 'p99 ms', 'max ms', 'API µs', 'load µs'],
          [
            [`the query alone, ${CLIENTS} clients`, ...range(queries), none, none, none, none, none],
            [`Openmat, ${CONNECTIONS} connections`, ...range(rates), p50, p99, max, cpu('api'), cpu('load')],
          ],
        ),
      ],
      targets: [
        {
          name: 'rate against the query alone',
          value: median(rates) / median(queries),
          unit: ' ×',
          must: 0.6,
          goal: 1,
          better: 'more',
        },
      ],
      confirmed: 0,
      faults: samples.flatMap((sample) => unexpectedAnswers('Openmat', sample, 200)),
    };
  },
};

function range(rates: readonly number[]): [middle: number, lowest: number, highest: number] {
  return [median(rates), Math.min(...rates), Math.max(...rates)];
}

function dayAfterTomorrow() {
  const day = Temporal.Now.zonedDateTimeISO('UTC').startOfDay().add({ days: 2 });
  return { from: day.toInstant().toString(), to: day.add({ days: 1 }).toInstant().toString() };
}

/** What the API's list asks of PostgreSQL. */
function listSql(from: string, to: string): string {
  return `select s.*, c.name, c.cancellation_cutoff_minutes, l.name, l.time_zone, i.name
    from sessions s
    join class_types c on c.id = s.class_type_id
    join locations l on l.id = s.location_id
    join instructors i on i.id = s.instructor_id
    where s.starts_at >= '${from}' and s.starts_at < '${to}' and s.deleted_at is null
    order by s.starts_at, s.id limit 51`;
}
