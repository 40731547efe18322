import type { Benchmark, BenchmarkContext } from '../benchmark.ts';
import type { HttpLoadResult } from '../load/http-load.ts';
import { worstOvertakingMs } from '../measure/fairness.ts';
import { loadApi, unexpectedAnswers } from '../measure/load-api.ts';
import { median, spreadOf } from '../measure/percentile.ts';
import { measureInRounds } from '../measure/rounds.ts';
import { formatTable } from '../report/table.ts';
import type { Target } from '../report/targets.ts';

const PLACES = 20;
const WARM_UP_SESSION = 1;

/** Every member has a connection and books the same session in the same moment. */
export const noonDrop: Benchmark = {
  summary: `all members book one session with ${PLACES} places in the same moment (--members, --processes)`,
  size: ({ members, rounds }) => ({
    members,
    baselineMembers: 0,
    sessions: rounds + WARM_UP_SESSION,
    sessionsPerDay: 1,
    capacity: PLACES,
  }),
  run: async ({ environment, options, progress }) => {
    const { members, rounds } = options;
    const drop = async (session: number) => {
      const bookings = Uint32Array.from({ length: members * 2 }, (_, i) => (i % 2 === 0 ? i / 2 + 1 : session));
      return loadApi(environment, { connections: members, requests: { bookings }, keepBodies: true });
    };
    progress('warming up');
    await drop(WARM_UP_SESSION);
    const samples = await measureInRounds(rounds, { drop: (round) => drop(WARM_UP_SESSION + round) }, (round) =>
      progress(`drop ${round} of ${rounds}`),
    );
    const drops = samples.get('drop') ?? [];
    const rows = drops.map((one, i) => {
      const { p50, p99, max } = spreadOf(one.latenciesMs);
      return [`drop ${i + 1}`, one.seconds, one.sentAtMs.at(-1) ?? 0, p50, p99, max, overtaking(one)];
    });
    const header = ['', 'all answered s', 'last sent ms', 'p50 ms', 'p99 ms', 'max ms', 'worst overtaking ms'];
    return {
      tables: [formatTable(header, rows)],
      targets: targetsOf(options, median(drops.map((one) => one.seconds)), Math.max(...drops.map(overtaking))),
      confirmed: (drops.length + 1) * members,
      faults: drops.flatMap((one, i) => [
        ...unexpectedAnswers(`drop ${i + 1}`, one, 201),
        ...wrongPlaces(one).map((fault) => `drop ${i + 1}: ${fault}`),
      ]),
    };
  },
};

function targetsOf({ members }: BenchmarkContext['options'], seconds: number, overtakingMs: number): Target[] {
  const name = `${members} members, all answered`;
  const time: Target =
    members > 1_000
      ? {
          name,
          value: seconds,
          unit: ' s',
          must: (0.6 * members) / 1_000,
          goal: (3 * members) / 10_000,
          better: 'less',
        }
      : { name, value: seconds, unit: ' s', must: 0.6, better: 'less' };
  return [time, { name: 'nobody overtaken by more than', value: overtakingMs, unit: ' ms', must: 100, better: 'less' }];
}

interface Answer {
  state: string;
  waitingPosition: number | null;
}

function answersOf({ bodies, sentAtMs }: HttpLoadResult) {
  return bodies.map((body, i) => ({ ...(JSON.parse(body) as Answer), sentAtMs: sentAtMs[i] ?? 0 }));
}

/** Seats first, then the waiting list in its order. */
function overtaking(result: HttpLoadResult): number {
  const places = answersOf(result).sort((a, b) => (a.waitingPosition ?? 0) - (b.waitingPosition ?? 0));
  return worstOvertakingMs(places.filter((place) => place.state === 'waiting').map((place) => place.sentAtMs));
}

/** Exactly as many seats as there are places, and a queue numbered from 1 without a gap. */
function wrongPlaces(result: HttpLoadResult): string[] {
  const answers = answersOf(result);
  const seated = answers.filter((answer) => answer.state === 'active').length;
  const queue = answers.filter((answer) => answer.state === 'waiting').map((answer) => answer.waitingPosition ?? 0);
  queue.sort((a, b) => a - b);
  const expectedSeats = Math.min(PLACES, answers.length);
  return [
    ...(seated === expectedSeats ? [] : [`${seated} members were told that they have one of ${PLACES} places`]),
    ...(queue.length === answers.length - expectedSeats ? [] : [`${queue.length} were told that they wait`]),
    ...(queue.every((position, i) => position === i + 1) ? [] : ['the waiting positions are not 1, 2, 3 …']),
  ];
}
