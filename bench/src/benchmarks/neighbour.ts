import { setTimeout as delay } from 'node:timers/promises';
import type { Benchmark } from '../benchmark.ts';
import { bookingsOfOne } from '../environment/draw-bookings.ts';
import { BOOKABLE_DAYS } from '../environment/seed.ts';
import { type HttpLoadPlan, type HttpLoadResult, prepareHttpLoad } from '../load/http-load.ts';
import { unexpectedAnswers } from '../measure/load-api.ts';
import { percentile, spreadOf } from '../measure/percentile.ts';
import { measureInRounds } from '../measure/rounds.ts';
import { formatTable } from '../report/table.ts';

const CONNECTIONS = 512;
/** More members than can join the queue in one measurement. */
const STAMPEDE = 90_000;
const NEIGHBOURS = 20_000;
const SESSIONS_PER_DAY = 64;
const SESSIONS = SESSIONS_PER_DAY * BOOKABLE_DAYS;
/** The neighbour begins this much after the stampede and ends as much before it. */
const MARGIN_SECONDS = 0.5;
const PAUSE_MS = 5;

/** One session is stampeded; a neighbour books other sessions, one after the other. */
export const neighbour: Benchmark = {
  summary: `booking another session while ${CONNECTIONS} connections stampede one`,
  size: () => ({
    members: STAMPEDE + NEIGHBOURS,
    baselineMembers: 0,
    sessions: SESSIONS,
    sessionsPerDay: SESSIONS_PER_DAY,
    capacity: 20,
  }),
  run: async ({ environment, options, progress }) => {
    const { rounds, seconds } = options;
    const urls = environment.apis.map((api) => api.url);
    const all: HttpLoadResult[] = [];
    const run = async (plan: Omit<HttpLoadPlan, 'urls'>, startAfterSeconds = 0) => {
      const load = await prepareHttpLoad({ ...plan, urls });
      await delay(startAfterSeconds * 1_000);
      const result = await load.start();
      all.push(result);
      return result;
    };
    const bookAlone = neighbourBookings();
    const book = (startAfterSeconds: number) => {
      const bookings = bookAlone(Math.ceil((seconds * 1_000) / PAUSE_MS));
      const plan = { connections: 1, requests: { bookings }, seconds: seconds - 2 * MARGIN_SECONDS, pauseMs: PAUSE_MS };
      return run(plan, startAfterSeconds);
    };
    const stampede = async (round: number) => {
      const bookings = bookingsOfOne(round * SESSIONS_PER_DAY + 1, STAMPEDE);
      const crowd = await prepareHttpLoad({ urls, connections: CONNECTIONS, requests: { bookings }, seconds });
      const [stampeded, calm] = await Promise.all([crowd.start(), book(MARGIN_SECONDS)]);
      all.push(stampeded);
      return { stampeded, calm };
    };
    progress('warming up');
    await stampede(0);
    const alone: HttpLoadResult[] = [];
    const beside: Awaited<ReturnType<typeof stampede>>[] = [];
    await measureInRounds(
      rounds,
      {
        alone: async () => alone.push(await book(0)),
        beside: async (round) => beside.push(await stampede(round)),
      },
      (round) => progress(`round ${round} of ${rounds}`),
    );
    const row = (name: string, some: readonly HttpLoadResult[]) => {
      const { p50, p99, max } = spreadOf(some.flatMap((one) => [...one.latenciesMs]));
      return [
        name,
        some.reduce((sum, one) => sum + one.latenciesMs.length / one.seconds, 0) / some.length,
        p50,
        p99,
        max,
      ];
    };
    const calm = beside.map((one) => one.calm);
    return {
      tables: [
        formatTable(
          ['bookings', 'per second', 'p50 ms', 'p99 ms', 'max ms'],
          [
            row('neighbour alone', alone),
            row('neighbour beside the stampede', calm),
            row(
              'the stampede',
              beside.map((one) => one.stampeded),
            ),
          ],
        ),
      ],
      targets: [
        {
          name: 'p99 beside the stampede',
          value: percentile(
            calm.flatMap((one) => [...one.latenciesMs]),
            0.99,
          ),
          unit: ' ms',
          must: 300,
          goal: 100,
          better: 'less',
        },
      ],
      confirmed: all.reduce((sum, one) => sum + one.statuses.filter((status) => status === 201).length, 0),
      faults: all.flatMap((one) => unexpectedAnswers('Openmat', one, 201)),
    };
  },
};

/** Members who take no part in the stampede, each with one session of a random day but not the first of the day. */
function neighbourBookings(): (count: number) => Uint32Array {
  let turn = 0;
  return (count) => {
    const bookings = new Uint32Array(count * 2);
    for (let i = 0; i < count; i += 1, turn += 1) {
      bookings[i * 2] = STAMPEDE + (turn % NEIGHBOURS) + 1;
      const day = Math.floor(Math.random() * BOOKABLE_DAYS);
      bookings[i * 2 + 1] = day * SESSIONS_PER_DAY + 2 + Math.floor(Math.random() * (SESSIONS_PER_DAY - 1));
    }
    return bookings;
  };
}
