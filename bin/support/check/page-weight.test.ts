import { expect, test } from 'vitest';
import { formatWeights, isTooHeavy, weighPages } from './page-weight.ts';

const listed = [
  { route: '/[locale]/admin/sessions/[id]', firstLoadChunkPaths: ['frame', 'table'] },
  { route: '/[locale]', firstLoadChunkPaths: ['frame', 'schedule'] },
  { route: '/[locale]/tickets', firstLoadChunkPaths: ['frame'] },
  { route: '/_not-found', firstLoadChunkPaths: ['frame'] },
  { route: '/[locale]/dev/ui', firstLoadChunkPaths: ['frame', 'table'] },
];

function weigh(sizes: Record<string, number>) {
  return weighPages(listed, (path) => sizes[path] ?? Number.NaN);
}

test('a page weighs what its scripts weigh together; pages that nobody asks for are left out', () => {
  expect(weigh({ frame: 150_000, schedule: 20_000, table: 90_000 })).toEqual([
    { page: '/tickets', bytes: 150_000, budget: 200_000 },
    { page: '/', bytes: 170_000, budget: 170_000 },
    { page: '/admin/sessions/[id]', bytes: 240_000, budget: 300_000 },
  ]);
});

test.each([
  ['the schedule at its limit', { frame: 150_000, schedule: 20_000, table: 0 }, []],
  ['the schedule one byte above', { frame: 150_000, schedule: 20_001, table: 0 }, ['/']],
  ['a page of members', { frame: 200_001, schedule: 0, table: 0 }, ['/', '/tickets']],
  ['a page of the studio', { frame: 150_000, schedule: 0, table: 150_001 }, ['/admin/sessions/[id]']],
])('too heavy: %s', (_, sizes, expected) => {
  const heavy = weigh(sizes).filter(isTooHeavy);
  expect(heavy.map(({ page }) => page).sort()).toEqual(expected.sort());
});

test.each([
  ['without the schedule', listed.filter(({ route }) => route !== '/[locale]')],
  ['whose schedule has no scripts', [{ route: '/[locale]', firstLoadChunkPaths: [] }]],
  ['that is empty', []],
])('a list %s passes for nothing', (_, pages) => {
  expect(() => weighPages(pages, () => 1)).toThrow('the schedule');
});

test('the table marks what is too heavy', () => {
  expect(formatWeights(weigh({ frame: 150_000, schedule: 20_500, table: 0 }))).toBe(
    [
      '    150.0 of  300.0 kB  /admin/sessions/[id]',
      '    150.0 of  200.0 kB  /tickets',
      '  ✖ 170.5 of  170.0 kB  /',
    ].join('\n'),
  );
});
