import { expect, test } from 'vitest';
import { readSeriesSearch, seriesHref, seriesQuery } from './series-search.ts';

const classId = '0199a0a0-0000-7000-8000-000000000001';

test('an address and its search are two forms of the same', () => {
  const search = { state: 'ended', classId };
  const url = new URL(seriesHref(search), 'http://studio.test');
  expect(readSeriesSearch(Object.fromEntries(url.searchParams))).toEqual(search);
  expect(seriesHref({ state: '' })).toBe('/admin/sessions/series');
});

test.each([{ state: 'gone' }, { classId: 'yoga' }, { locationId: ['a'] }])('%j makes no sense', (params) => {
  expect(readSeriesSearch(params)).toEqual({});
});

test.each([
  ['without a word those that go on', {}, { going: true, limit: 50 }],
  ['those that go on', { state: 'going' }, { going: true, limit: 50 }],
  ['those that are over, of one class', { state: 'ended', classId }, { going: false, classId, limit: 50 }],
])('the API is asked for %s', (_, search, query) => {
  expect(seriesQuery(search)).toEqual(query);
});
