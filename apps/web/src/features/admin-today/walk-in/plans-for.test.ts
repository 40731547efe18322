import { expect, test } from 'vitest';
import { plansFor } from './plans-for.ts';

const session = { class: { id: 'yoga', name: 'Yoga' }, startsAt: '2026-11-24T18:00:00+01:00' };
const plans = [
  { name: 'any class', classIds: null, validityDays: 30 },
  { name: 'yoga only', classIds: ['yoga'], validityDays: 30 },
  { name: 'dance only', classIds: ['dance'], validityDays: 30 },
  { name: 'a day', classIds: null, validityDays: 1 },
];

test.each([
  ['2026-11-24T17:55:00+01:00', ['any class', 'yoga only', 'a day']],
  ['2026-11-23T18:00:00+01:00', ['any class', 'yoga only']],
  ['2026-11-24T18:02:00+01:00', ['any class', 'yoga only', 'a day']],
  ['2026-10-01T09:00:00+02:00', []],
])('sold at %s: %j', (now, names) => {
  expect(plansFor(session, plans, Date.parse(now)).map(({ name }) => name)).toEqual(names);
});
