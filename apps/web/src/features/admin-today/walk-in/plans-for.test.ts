import { expect, test } from 'vitest';
import { plansFor } from './plans-for.ts';

const session = { class: { id: 'yoga', name: 'Yoga' }, startsAt: '2026-11-24T18:00:00+01:00' };
const plans = [
  { name: 'any class', classIds: null, validityDays: 30, starts: 'purchase' as const },
  { name: 'yoga only', classIds: ['yoga'], validityDays: 30, starts: 'purchase' as const },
  { name: 'dance only', classIds: ['dance'], validityDays: 30, starts: 'purchase' as const },
  { name: 'a day', classIds: null, validityDays: 1, starts: 'purchase' as const },
  { name: 'from first booking', classIds: null, validityDays: 30, starts: 'first_booking' as const },
];

test.each([
  ['2026-11-24T17:55:00+01:00', ['any class', 'yoga only', 'a day', 'from first booking']],
  ['2026-11-23T18:00:00+01:00', ['any class', 'yoga only', 'from first booking']],
  ['2026-11-24T18:02:00+01:00', ['from first booking']],
  ['2026-10-01T09:00:00+02:00', []],
])('sold at %s: %j', (now, names) => {
  expect(plansFor(session, plans, Date.parse(now)).map(({ name }) => name)).toEqual(names);
});
