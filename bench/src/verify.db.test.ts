import { expect, test } from 'vitest';
import { openBaseline } from './baseline/baseline.ts';
import { noonDrop } from './benchmarks/noon-drop.ts';
import { withEnvironment } from './environment/open-environment.ts';
import { verify } from './verify.ts';

const options = { members: 30, processes: 2, seconds: 1, rounds: 1, worker: false };

test('a small noon drop is right, and what would be wrong is noticed', async () => {
  await withEnvironment({ size: noonDrop.size(options), processes: 2, worker: false }, async (environment) => {
    const baseline = await openBaseline(environment);
    const { faults, confirmed } = await noonDrop.run({ environment, baseline, options, progress: () => {} });
    expect(faults).toEqual([]);
    expect(confirmed).toBe(60);
    expect(await verify({ environment, baseline, confirmed })).toEqual([]);

    const { client } = environment;
    await client.query(`update sessions set waiting_count = 11, next_queue_number = 13 where waiting_count = 10`);
    await client.query('update tickets set entries_left = entries_left + 1 where user_id = bench.member_id(1)');
    expect(await verify({ environment, baseline, confirmed: 61 })).toEqual([
      '2 sessions whose counters are not their bookings',
      '1 tickets whose entries are not the sum of their ledger',
      '2 waiting lists whose numbers are not 1, 2, 3 …',
      '61 bookings were confirmed, the database holds 60',
    ]);
  });
}, 60_000);
