import type { BaselineLoad } from '../baseline/baseline.ts';
import type { Benchmark } from '../benchmark.ts';
import { drawBookings } from '../environment/draw-bookings.ts';
import { BOOKABLE_DAYS } from '../environment/seed.ts';
import { type ApiSample, loadApi, unexpectedAnswers } from '../measure/load-api.ts';
import { percentile, spreadOf } from '../measure/percentile.ts';
import { measureInRounds } from '../measure/rounds.ts';
import { formatTable } from '../report/table.ts';

const SESSIONS = 2_000;
const SIZE = {
  members: 20_000,
  baselineMembers: 20_000,
  sessions: SESSIONS,
  sessionsPerDay: Math.ceil(SESSIONS / BOOKABLE_DAYS),
  capacity: 1_000,
};
const PAUSE_MS = 5;

/** One booking at a time, with a pause in between. */
export const idle: Benchmark = {
  summary: 'one booking at a time, against the six-statement transaction from Node',
  size: () => SIZE,
  run: async ({ environment, baseline, options, progress }) => {
    const { seconds, rounds } = options;
    const draw = drawBookings(SIZE);
    const api: ApiSample[] = [];
    const bookOneByOne = async () => {
      const requests = { bookings: draw(Math.floor((seconds * 1_000) / PAUSE_MS)) };
      const sample = await loadApi(environment, { connections: 1, requests, seconds, pauseMs: PAUSE_MS });
      api.push(sample);
      return sample.latenciesMs;
    };
    const transaction = (tables: BaselineLoad['tables']) => async () => {
      const load = { tables, style: 'transaction', clients: 1, sessions: [1, SESSIONS], seconds } as const;
      return (await baseline.bookFromNode(load, PAUSE_MS)).latenciesMs;
    };
    progress('warming up');
    await bookOneByOne();
    const samples = await measureInRounds(
      rounds,
      { product: transaction('product'), minimal: transaction('minimal'), openmat: bookOneByOne },
      (round) => progress(`round ${round} of ${rounds}`),
    );
    const latencies = (name: string) => (samples.get(name) ?? []).flatMap((some) => [...some]);
    const row = (name: string, what: string) => [what, ...Object.values(spreadOf(latencies(name)))];
    return {
      tables: [
        formatTable(
          ['one at a time', 'p50 ms', 'p99 ms', 'max ms'],
          [
            row('product', 'transaction from Node, product tables'),
            row('minimal', 'transaction from Node, minimal tables'),
            row('openmat', 'Openmat through HTTP'),
          ],
        ),
      ],
      targets: [
        {
          name: 'p50 against the transaction on minimal tables',
          value: percentile(latencies('openmat'), 0.5) / percentile(latencies('minimal'), 0.5),
          unit: ' ×',
          must: 1.5,
          goal: 1,
          better: 'less',
        },
      ],
      confirmed: api.reduce((sum, sample) => sum + sample.confirmed, 0),
      faults: api.flatMap((sample) => unexpectedAnswers('Openmat', sample, 201)),
    };
  },
};
