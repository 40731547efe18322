import type { Benchmark } from '../benchmark.ts';
import { HISTORY_STUDIO } from '../history/history-size.ts';
import { type ListSample, measureLists } from '../history/measure-lists.ts';
import { seedHistory } from '../history/seed-history.ts';
import { timesOf } from '../measure/percentile.ts';
import { formatTable } from '../report/table.ts';

const SLOWEST = 10;

/** The studio's lists after two busy years, by every filter and in every order. */
export const adminLists: Benchmark = {
  summary: 'every list of the studio on 100,000 members and a million bookings, by each filter and order',
  size: () => HISTORY_STUDIO,
  seed: seedHistory,
  run: async ({ environment, options, progress }) => {
    const { apis, client } = environment;
    const url = apis[0]?.url ?? '';
    progress('warming up');
    await measureLists(url, client);
    const samples: ListSample[] = [];
    for (let round = 1; round <= options.rounds; round += 1) {
      progress(`round ${round} of ${options.rounds}`);
      samples.push(...(await measureLists(url, client)));
    }
    const { rows } = await client.query('select count(*)::int from bookings');
    const byList = [...Map.groupBy(samples, ({ list }) => list)];
    const slowest = [...Map.groupBy(samples, ({ path }) => path)]
      .map(([path, own]): [string, number, number] => [path, ...timesOf(own)])
      .sort((a, b) => b[2] - a[2]);
    return {
      tables: [
        formatTable(
          ['milliseconds', 'p50', 'p95'],
          byList.map(([list, own]) => [list, ...timesOf(own)]),
        ),
        formatTable(['the slowest', 'p50', 'p95'], slowest.slice(0, SLOWEST)),
      ],
      targets: [
        {
          name: 'p95 of the slowest list',
          value: Math.max(...byList.map(([, own]) => timesOf(own)[1])),
          unit: ' ms',
          must: 150,
          goal: 50,
          better: 'less',
        },
        {
          name: 'p95 of the slowest filter',
          value: slowest[0]?.[2] ?? Number.NaN,
          unit: ' ms',
          must: 300,
          goal: 150,
          better: 'less',
        },
      ],
      confirmed: rows[0].count,
      faults: samples.filter(({ status }) => status !== 200).map(({ status, path }) => `${path} answered ${status}`),
    };
  },
};
