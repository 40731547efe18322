import { expect, test } from 'vitest';
import { changedFields } from './changed-fields.ts';

const row = {
  name: 'Flow',
  cutoff: 120 as number | null,
  locales: ['en'],
  startsAt: Temporal.Instant.from('2026-03-29T09:00Z'),
};

test.each([
  ['nothing given', {}, null],
  ['the same again', { name: 'Flow', locales: ['en'] }, null],
  ['not given', { name: undefined }, null],
  ['one of two', { name: 'Yin', cutoff: 120 }, { before: { name: 'Flow' }, after: { name: 'Yin' } }],
  ['to null', { cutoff: null }, { before: { cutoff: 120 }, after: { cutoff: null } }],
  ['inside a list', { locales: ['en', 'sl'] }, { before: { locales: ['en'] }, after: { locales: ['en', 'sl'] } }],
])('%s', (_, change, expected) => {
  expect(changedFields(row, change)).toEqual(expected);
});

test('the same instant again is no change, another one is', () => {
  expect(changedFields(row, { startsAt: Temporal.Instant.from('2026-03-29T11:00+02:00') })).toBeNull();
  expect(changedFields(row, { startsAt: Temporal.Instant.from('2026-03-29T10:00Z') })).not.toBeNull();
});
