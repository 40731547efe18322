import { expect, test } from 'vitest';
import type { Series } from '#lib/api/types.ts';
import { changedFields, changedPreviewBody, previewBody, seriesPatch, seriesValues } from './series-form-values.ts';

const series = {
  class: { id: 'c', name: 'Vinyasa Flow' },
  location: { id: 'l', name: 'Riverside' },
  instructor: { id: 'i', name: 'Maya' },
  rule: 'FREQ=WEEKLY;BYDAY=MO',
  startsOn: '2026-11-23',
  endsOn: null,
  startTime: '18:00',
  durationMinutes: 60,
  capacity: 12,
} as Series;
const values = seriesValues(series);

test('only what differs is sent, never class and first day', () => {
  expect(seriesPatch(series, values)).toEqual({});
  expect(seriesPatch(series, { ...values, capacity: '10', endsOn: '2027-01-31', startsOn: '2027-01-01' })).toEqual({
    capacity: 10,
    endsOn: '2027-01-31',
  });
});

test('a last day that was taken away is none', () => {
  const ending = { ...series, endsOn: '2027-01-31' };
  expect(seriesPatch(ending, values)).toEqual({ endsOn: null });
  expect(changedFields(series, ending)).toEqual(['endsOn']);
});

test('a preview waits for all that it needs', () => {
  expect(previewBody({ ...values, startTime: '' })).toBeNull();
  expect(previewBody(values)).toMatchObject({ locationId: 'l', durationMinutes: 60, endsOn: null });
});

const everyOther = 'FREQ=WEEKLY;INTERVAL=2;BYDAY=MO';
test.each([
  ['all that is to come: from today on', { scope: 'all_future', from: '' }, {}, ['2026-11-23', '2026-12-08']],
  [
    'all, with another rule: in step',
    { scope: 'all_future', from: '' },
    { rule: everyOther },
    ['2026-11-23', '2026-12-08'],
  ],
  ['from a day on', { scope: 'following', from: '2026-12-14' }, {}, ['2026-11-23', '2026-12-14']],
  ['no day chosen yet', { scope: 'following', from: '' }, {}, ['2026-11-23', '2026-12-08']],
  [
    'a rule of its own begins at that day',
    { scope: 'following', from: '2026-12-14' },
    { rule: everyOther },
    ['2026-12-14', '2026-12-14'],
  ],
  [
    'before its first day: the same series',
    { scope: 'following', from: '2026-11-20' },
    { rule: everyOther },
    ['2026-11-23', '2026-11-20'],
  ],
] as const)('the dates of a change, %s', (_, scope, typed, days) => {
  const body = changedPreviewBody(series, { ...values, ...typed }, scope, '2026-12-08');
  expect([body?.startsOn, body?.from]).toEqual(days);
});

test('no dates of a change that is not all there', () => {
  expect(
    changedPreviewBody(series, { ...values, rule: '' }, { scope: 'all_future', from: '' }, '2026-12-08'),
  ).toBeNull();
});
