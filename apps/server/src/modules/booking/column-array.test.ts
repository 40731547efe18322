import { expect, test } from 'vitest';
import { columnOf } from './column-array.ts';

const noon = Temporal.Instant.from('2027-01-01T12:00:00Z');
const one = Temporal.Instant.from('2027-01-01T13:00:00.123456789Z');

test.each([
  ['uuid', ['a', 'b'], '{a,b}'],
  ['uuid', [null, 'b', undefined], '{NULL,b,NULL}'],
  ['int4', [1, null, -3], '{1,NULL,-3}'],
  ['bool', [true, false], '{true,false}'],
  [
    'timestamptz',
    [noon, noon, null, noon, one],
    '{2027-01-01T12:00:00Z,2027-01-01T12:00:00Z,NULL,2027-01-01T12:00:00Z,2027-01-01T13:00:00.123456789Z}',
  ],
  ['timestamptz', [null, noon], '{NULL,2027-01-01T12:00:00Z}'],
  ['timestamptz', [undefined, undefined, noon], '{NULL,NULL,2027-01-01T12:00:00Z}'],
  ['uuid', [], '{}'],
] as const)('%s %j', (type, values, literal) => {
  expect(columnOf(type, values)).toBe(literal);
});

test.each(['text', 'jsonb', 'inet'] as const)('%s is left to pg, which quotes it', (type) => {
  const values = ['say "no", {please}', null];
  expect(columnOf(type, values)).toBe(values);
});
