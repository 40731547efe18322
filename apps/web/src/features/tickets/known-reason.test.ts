import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { routing } from '#i18n/routing.ts';
import { knownReason, reasonCodes } from './known-reason.ts';

test.each([
  ['Paid at the desk in cash', { code: 'deskCash', more: null }],
  ['Paid at the desk by card', { code: 'deskCard', more: null }],
  ['Given at the desk', { code: 'deskFree', more: null }],
  ['Given at the desk: raffle: first prize', { code: 'deskFree', more: 'raffle: first prize' }],
  ['import', { code: 'imported', more: null }],
  ['payment: paid', { code: 'paid', more: null }],
  ['payment: dispute_opened', { code: 'disputed', more: null }],
  ['import: by hand', null],
  ['payment: by bank transfer', null],
  ['Moved away', null],
  ['toString', null],
  ['', null],
])('%j', (reason, known) => {
  expect(knownReason(reason)).toEqual(known);
});

test.each(routing.locales)('%s has words for each', (locale) => {
  const file = join(import.meta.dirname, `../../../messages/${locale}.json`);
  const { reasons } = JSON.parse(readFileSync(file, 'utf8')).tickets;
  expect(
    Object.keys(reasons)
      .filter((key) => key !== 'withMore')
      .sort(),
  ).toEqual(reasonCodes.toSorted());
});
