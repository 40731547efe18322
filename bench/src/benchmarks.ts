import type { Benchmark } from './benchmark.ts';
import { adminLists } from './benchmarks/admin-lists.ts';
import { analytics } from './benchmarks/analytics.ts';
import { hot } from './benchmarks/hot.ts';
import { idle } from './benchmarks/idle.ts';
import { list } from './benchmarks/list.ts';
import { neighbour } from './benchmarks/neighbour.ts';
import { noonDrop } from './benchmarks/noon-drop.ts';
import { page } from './benchmarks/page.ts';
import { spread } from './benchmarks/spread.ts';

export const benchmarks: Readonly<Record<string, Benchmark>> = {
  'noon-drop': noonDrop,
  hot,
  spread,
  idle,
  neighbour,
  list,
  analytics,
  'admin-lists': adminLists,
  page,
};
