import { expect, test } from 'vitest';
import { Random } from './random.ts';

const draw = (random: Random, count = 5) => Array.from({ length: count }, () => random.next());

test('the same seed gives the same numbers, another seed others', () => {
  expect(draw(new Random('a'))).toEqual(draw(new Random('a')));
  expect(draw(new Random('a'))).not.toEqual(draw(new Random('b')));
});

test('a fork does not depend on what was drawn before', () => {
  const used = new Random('a');
  draw(used, 100);
  expect(draw(used.fork('x'))).toEqual(draw(new Random('a').fork('x')));
  expect(draw(used.fork('x'))).not.toEqual(draw(used.fork('y')));
});

test('numbers spread evenly', () => {
  const numbers = draw(new Random('even'), 10_000);
  const mean = numbers.reduce((sum, number) => sum + number, 0) / numbers.length;
  expect(mean).toBeCloseTo(0.5, 1);
  expect(Math.min(...numbers)).toBeGreaterThanOrEqual(0);
  expect(Math.max(...numbers)).toBeLessThan(1);
});

test('weights count', () => {
  const random = new Random('weights');
  const picked = Array.from({ length: 4_000 }, () => random.weighted(['rare', 'often', 'never'], weightOf));
  expect(picked.filter((name) => name === 'never')).toEqual([]);
  expect(picked.filter((name) => name === 'often').length / picked.length).toBeCloseTo(0.75, 1);

  function weightOf(name: string) {
    return { rare: 1, often: 3 }[name] ?? 0;
  }
});

test('something happens as often as said, on average', () => {
  const random = new Random('poisson');
  const counts = Array.from({ length: 4_000 }, () => random.poisson(1.5));
  expect(counts.reduce((sum, count) => sum + count, 0) / counts.length).toBeCloseTo(1.5, 1);
});
