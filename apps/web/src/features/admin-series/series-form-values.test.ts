import { expect, test } from 'vitest';
import type { Series } from '#lib/api/types.ts';
import { changedFields, previewBody, seriesPatch, seriesValues } from './series-form-values.ts';

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
