import { screen, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { render } from '#components/test/render.tsx';
import type { Consequences as Facts } from '#lib/api/types.ts';
import { Consequences } from './consequences.tsx';

const person = (name: string, fields: Partial<Facts['people'][number]> = {}): Facts['people'][number] => ({
  userId: name,
  name,
  sessionId: 'session',
  sessionCount: 1,
  effect: 'place_lost',
  reason: null,
  ...fields,
});
const facts = (fields: Partial<Facts>): Facts => ({
  peopleCount: 0,
  people: [],
  effects: [],
  entriesReturned: 0,
  entriesSpent: 0,
  refundedAmount: 0,
  mails: [],
  ...fields,
});
const groupOf = (heading: string) => {
  const group = screen.getByText(heading).parentElement;
  if (!group) throw new Error(`no ${heading}`);
  return within(group)
    .getAllByRole('listitem')
    .map(({ textContent }) => textContent);
};

test('a heading counts everybody, and the list says how many are not shown', () => {
  const effects = [{ effect: 'place_lost', count: 250 } as const];
  render(<Consequences facts={facts({ peopleCount: 250, effects, people: [person('Ana'), person('Bor')] })} />);
  expect(groupOf('250 lose their places')).toEqual(['Ana', 'Bor', 'and 248 more']);
});

test('who is in several sessions is there once, with their number', () => {
  const effects = [{ effect: 'place_lost', count: 1 } as const, { effect: 'not_promoted', count: 1 } as const];
  const people = [
    person('Ana', { sessionCount: 8 }),
    person('Bor', { effect: 'not_promoted', reason: 'no_usable_ticket' }),
  ];
  render(<Consequences facts={facts({ peopleCount: 2, effects, people })} />);
  expect(groupOf('Loses the place')).toEqual(['Ana, 8 sessions']);
  expect(groupOf('Cannot get a place and keeps waiting')).toEqual(['Bor (no usable ticket)']);
});
