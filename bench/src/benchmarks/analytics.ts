import type { Benchmark } from '../benchmark.ts';
import { CHARTS, LENGTHS } from '../history/chart-requests.ts';
import { HISTORY_STUDIO } from '../history/history-size.ts';
import { keepRollups } from '../history/keep-rollups.ts';
import { type ChartSample, measureCharts, measurePolicyLab } from '../history/measure-charts.ts';
import { seedHistory } from '../history/seed-history.ts';
import { timesOf } from '../measure/percentile.ts';
import { type Cell, formatTable } from '../report/table.ts';
import type { Target } from '../report/targets.ts';

/** The studio's charts on two years of a busy one. */
export const analytics: Benchmark = {
  summary: 'every chart of the studio on 100,000 members and a million bookings',
  size: () => HISTORY_STUDIO,
  seed: seedHistory,
  run: async ({ environment, options, progress }) => {
    const { apis, client, databaseUrl } = environment;
    const url = apis[0]?.url ?? '';
    progress('writing down what is written down at night');
    const nightlyMs = await keepRollups(databaseUrl);
    await client.query('vacuum (analyze) visit_months, session_waits, ticket_days');
    progress('warming up');
    await measureCharts(url, client);
    const samples: ChartSample[] = [];
    const labs: { status: number; ms: number }[] = [];
    for (let round = 1; round <= options.rounds; round += 1) {
      progress(`round ${round} of ${options.rounds}`);
      samples.push(...(await measureCharts(url, client)));
      labs.push(await measurePolicyLab(url));
    }
    const { rows } = await client.query('select count(*)::int from bookings');
    const lab = ['policy lab, 90 days', ...timesOf(labs), ...LENGTHS.map(() => Number.NaN)];
    return {
      tables: [
        formatTable(
          ['milliseconds', 'p50', 'p95', ...LENGTHS.map((days) => `${days} days p95`)],
          [...CHARTS.map((chart) => row(chart, samples)), lab],
        ),
        `${rows[0].count} bookings; the nightly job took ${(nightlyMs / 1_000).toFixed(1)} s`,
      ],
      targets: targetsOf(samples, labs),
      confirmed: rows[0].count,
      faults: [...samples, ...labs]
        .filter(({ status }) => status !== 200)
        .map(({ status }) => `an answer was ${status}`),
    };
  },
};

function row(chart: string, samples: readonly ChartSample[]): Cell[] {
  const own = samples.filter((sample) => sample.chart === chart);
  const byLength = LENGTHS.map((length) => timesOf(own.filter(({ days }) => days === length))[1]);
  return [chart, ...timesOf(own), ...byLength];
}

function targetsOf(samples: readonly ChartSample[], labs: readonly { ms: number }[]): Target[] {
  const worst = Math.max(...CHARTS.map((chart) => timesOf(samples.filter((sample) => sample.chart === chart))[1]));
  return [
    { name: 'p95 of the slowest chart', value: worst, unit: ' ms', must: 150, goal: 50, better: 'less' },
    { name: 'p95 of the policy lab', value: timesOf(labs)[1], unit: ' ms', must: 2_000, better: 'less' },
  ];
}
