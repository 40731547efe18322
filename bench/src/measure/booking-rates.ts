import type { BaselineLoad } from '../baseline/baseline.ts';
import type { BenchmarkContext, BenchmarkResult } from '../benchmark.ts';
import { type Cell, formatTable } from '../report/table.ts';
import { type ApiSample, loadApi, unexpectedAnswers } from './load-api.ts';
import { median, spreadOf } from './percentile.ts';
import { measureInRounds } from './rounds.ts';

/** Sessions and members of the bookings of one measurement. */
type BookingsOf = (round: number, measurement: number) => Uint32Array;

export interface BookingRates {
  /** Connections of each measurement through HTTP. */
  connections: readonly number[];
  bookingsOf: BookingsOf;
  /** What it is compared with. */
  baselines: readonly Pick<BaselineLoad, 'tables' | 'style' | 'clients'>[];
  baselineSessions(round: number): BaselineLoad['sessions'];
  must: number;
  goal: number;
}

/** A round of bookings before the first, so that all code is compiled and all plans are made. */
const WARM_UP_ROUND = 0;

/** Measures bookings per second through HTTP and by SQL alone, in turns. */
export async function compareBookingRates(context: BenchmarkContext, rates: BookingRates): Promise<BenchmarkResult> {
  const { environment, baseline, options, progress } = context;
  const { seconds, rounds } = options;
  const book = (round: number, measurement: number) =>
    loadApi(environment, {
      connections: rates.connections[measurement] ?? 1,
      requests: { bookings: rates.bookingsOf(round, measurement) },
      seconds,
    });
  progress('warming up');
  const warmUp = await book(WARM_UP_ROUND, 0);

  const apiNames = rates.connections.map((connections) => `Openmat, ${connections} connections`);
  const api = apiNames.map((name, i) => [name, (round: number) => book(round, i)] as const);
  const byHand = rates.baselines.map((load) => {
    const measure = (round: number) => baseline.book({ ...load, sessions: rates.baselineSessions(round), seconds });
    return [nameOf(load), measure] as const;
  });
  // Each from a checkpoint, so that nobody's time goes into what the one before has still to write.
  const fromCheckpoint = [...byHand, ...api].map(([name, measure]) => {
    const measureAfter = async (round: number): Promise<ApiSample | number> => {
      await environment.client.query('checkpoint');
      return measure(round);
    };
    return [name, measureAfter] as const;
  });
  const samples = await measureInRounds(rounds, Object.fromEntries(fromCheckpoint), (round) =>
    progress(`round ${round} of ${rounds}`),
  );
  const ratesOf = (name: string) =>
    (samples.get(name) ?? []).map((sample) => (typeof sample === 'number' ? sample : sample.perSecond));
  const ofApi = apiNames.map((name) => (samples.get(name) ?? []) as ApiSample[]);
  const calls = rates.baselines.filter(({ style }) => style !== 'transaction').map(nameOf);
  const bestOf = (names: readonly string[]) => Math.max(...names.map((name) => median(ratesOf(name))));
  return {
    tables: [
      formatTable(
        ['by SQL alone', 'per second', 'lowest', 'highest'],
        byHand.map(([name]) => rateRow(name, ratesOf(name))),
      ),
      formatTable(
        API_HEADER,
        apiNames.map((name, i) => apiRow(name, ofApi[i] ?? [])),
      ),
    ],
    // Both sides with the number of clients that suits them best.
    targets: [
      {
        name: 'best rate through HTTP against the best single call',
        value: bestOf(apiNames) / bestOf(calls),
        unit: ' ×',
        must: rates.must,
        goal: rates.goal,
        better: 'more',
      },
    ],
    confirmed: [warmUp, ...ofApi.flat()].reduce((sum, sample) => sum + sample.confirmed, 0),
    faults: ofApi.flatMap((some, i) => some.flatMap((sample) => unexpectedAnswers(apiNames[i] ?? '', sample, 201))),
  };
}

const CPU = ['API µs', 'PG µs', 'load µs', 'others %'];
const API_HEADER = ['through HTTP', 'per second', 'lowest', 'highest', 'p50 ms', 'p99 ms', 'max ms', ...CPU];

function nameOf({ tables, style, clients }: Pick<BaselineLoad, 'tables' | 'style' | 'clients'>): string {
  return `${tables} tables, ${style}, ${clients} ${clients === 1 ? 'client' : 'clients'}`;
}

function rateRow(name: string, rates: readonly number[]): Cell[] {
  return [name, median(rates), Math.min(...rates), Math.max(...rates)];
}

function apiRow(name: string, samples: readonly ApiSample[]): Cell[] {
  const { p50, p99, max } = spreadOf(samples.flatMap((sample) => [...sample.latenciesMs]));
  const cpu = (['api', 'postgres', 'load'] as const).map((part) => median(samples.map((one) => one.cpuMicros[part])));
  const others = median(samples.map((one) => one.othersShare * 100));
  return [
    ...rateRow(
      name,
      samples.map((sample) => sample.perSecond),
    ),
    p50,
    p99,
    max,
    ...cpu,
    others,
  ];
}
