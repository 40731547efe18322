import { expect, test } from 'vitest';
import { Random } from '../random.ts';
import { inventPeople } from './people.ts';

const dawn = Temporal.Instant.from('2026-03-30T00:00:00+02:00');
const people = inventPeople(new Random('2026-03-30'), 400, dawn);

test('everybody has a name and an address of their own', () => {
  expect(people).toHaveLength(400);
  expect(new Set(people.map(({ email }) => email)).size).toBe(400);
  expect(people.map(({ email }) => email).filter((email) => !/^[a-z]+\.[a-z]+@example\.com$/.test(email))).toEqual([]);
});

test('they join one after the other, more of them every week', () => {
  const daysAgo = people.map(({ joinedAt }) => dawn.since(joinedAt).total('hours') / 24);
  expect(daysAgo).toEqual(daysAgo.toSorted((a, b) => b - a));
  expect(Math.min(...daysAgo)).toBeGreaterThan(0);
  const joined = (from: number, to: number) => daysAgo.filter((days) => days < from && days >= to).length;
  expect(joined(14, 0)).toBeGreaterThan(joined(28, 14));
  expect(joined(28, 14)).toBeGreaterThan(joined(42, 28));
});

test('the same day invents the same people', () => {
  expect(JSON.stringify(inventPeople(new Random('2026-03-30'), 400, dawn))).toBe(JSON.stringify(people));
});
