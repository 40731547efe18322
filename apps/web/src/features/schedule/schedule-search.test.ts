import { expect, test } from 'vitest';
import { readScheduleSearch, scheduleHref } from './schedule-search.ts';

const id = '0199a0a0-0000-7000-8000-000000000001';

test('reads the day and the filters', () => {
  expect(readScheduleSearch({ day: '2026-11-24', classId: id })).toEqual({
    day: '2026-11-24',
    filters: { classId: id },
  });
});

test.each([
  {},
  { classId: 'yoga' },
  { day: ['a', 'b'], locationId: [id, id] },
  { hasSeats: 'false' },
  { utm_source: 'mail' },
])('%j asks for nothing', (params) => {
  expect(readScheduleSearch(params)).toEqual({ filters: {} });
});

test('an address and its search are two forms of the same', () => {
  const search = { day: '2026-11-24', filters: { classId: id, instructorId: id, hasSeats: true as const } };
  const url = new URL(scheduleHref(search), 'http://studio.test');
  expect(readScheduleSearch(Object.fromEntries(url.searchParams))).toEqual(search);
  expect(scheduleHref({ filters: {} })).toBe('/');
});
