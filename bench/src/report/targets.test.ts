import { expect, test } from 'vitest';
import { formatTargets } from './targets.ts';

test('marks what is reached, whichever way is better', () => {
  const text = formatTargets([
    { name: 'rate', value: 3, unit: ' ×', must: 2.5, goal: 4, better: 'more' },
    { name: 'time', value: 0.7, unit: ' s', must: 0.6, better: 'less' },
  ]);
  const [, rate, time] = text.split('\n').map((line) => line.replaceAll(/ +/g, ' '));
  expect(rate).toBe('rate 3.00 × ≥ 2.5 × ✓ ≥ 4 × ✗');
  expect(time).toBe('time 0.70 s ≤ 0.6 s ✗');
});
