import { type Cell, formatTable } from './table.ts';

/** What a measured value has to reach, and what we would like. */
export interface Target {
  name: string;
  value: number;
  unit: string;
  must: number;
  goal?: number;
  better: 'more' | 'less';
}

/** Each target with its marks, as text. */
export function formatTargets(targets: readonly Target[]): string {
  return formatTable(['target', 'measured', '', 'must', '', 'goal', ''], targets.map(targetRow));
}

function targetRow(target: Target): Cell[] {
  const { name, value, unit, must, goal } = target;
  const wanted = (limit: number | undefined) =>
    limit === undefined ? ['', ''] : [`${target.better === 'more' ? '≥' : '≤'} ${limit}${unit}`, mark(target, limit)];
  return [name, value, unit, ...wanted(must), ...wanted(goal)];
}

function mark({ value, better }: Target, limit: number): string {
  const isReached = better === 'more' ? value >= limit : value <= limit;
  return isReached ? '✓' : '✗';
}
