import { expect, test } from 'vitest';
import { phasesOf } from './session-phase.ts';

const at = (time: string) => `2026-11-24T${time}:00+01:00`;
const session = (id: string, start: string, end: string, state: 'scheduled' | 'canceled' = 'scheduled') => ({
  id,
  startsAt: at(start),
  endsAt: at(end),
  state,
});

const day = [
  session('morning', '08:00', '09:00'),
  session('running', '16:30', '18:00'),
  session('called off', '17:30', '18:30', 'canceled'),
  session('yoga', '18:00', '19:00'),
  session('dance', '18:00', '19:30'),
  session('late', '20:00', '21:00'),
];

test('says what is over, on, next and later', () => {
  expect(Object.fromEntries(phasesOf(day, Date.parse(at('17:00'))))).toEqual({
    morning: 'over',
    running: 'now',
    'called off': 'canceled',
    yoga: 'next',
    dance: 'next',
    late: 'later',
  });
});

test('the end is over, the start is on', () => {
  const phases = phasesOf(day, Date.parse(at('18:00')));
  expect([phases.get('running'), phases.get('yoga'), phases.get('late')]).toEqual(['over', 'now', 'next']);
});
