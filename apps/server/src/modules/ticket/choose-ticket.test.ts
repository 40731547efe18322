import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { chooseTicket, isUsable } from './choose-ticket.ts';
import type { Ticket } from './ticket.ts';

const at = (text: string) => Temporal.Instant.from(text);
const now = at('2026-05-01T12:00Z');
const session = { startsAt: at('2026-05-10T18:00Z'), classTypeId: 'yoga' };

function ticket(overrides: Partial<Ticket> = {}): Ticket {
  return {
    id: 'ticket',
    userId: 'anna',
    unlimited: false,
    entriesLeft: 5,
    classTypeIds: null,
    state: 'active',
    validFrom: at('2026-04-01T00:00Z'),
    validUntil: at('2026-07-01T00:00Z'),
    validityDays: null,
    createdAt: at('2026-04-01T00:00Z'),
    ...overrides,
  };
}

const unlimited = { unlimited: true, entriesLeft: null };
const unstarted = (validityDays: number) => ({ validFrom: null, validUntil: null, validityDays });

describe('a ticket is usable', () => {
  test.each<[string, Partial<Ticket>, boolean]>([
    ['with entries, in time, for every class', {}, true],
    ['with its last entry', { entriesLeft: 1 }, true],
    ['not without entries', { entriesLeft: 0 }, false],
    ['when unlimited', unlimited, true],
    ['not when frozen', { state: 'frozen' }, false],
    ['not when revoked', { state: 'revoked' }, false],
    ['for one of its classes', { classTypeIds: ['pilates', 'yoga'] }, true],
    ['not for another class', { classTypeIds: ['pilates'] }, false],
    ['when it starts with the session', { validFrom: session.startsAt }, true],
    ['not when it starts after it', { validFrom: session.startsAt.add({ seconds: 1 }) }, false],
    ['when it is not valid today but then', { validFrom: at('2026-05-09T00:00Z') }, true],
    ['not when it ends as the session starts', { validUntil: session.startsAt }, false],
    ['when it ends during the session', { validUntil: session.startsAt.add({ seconds: 1 }) }, true],
    ['not when it is valid today but no more then', { validUntil: at('2026-05-09T00:00Z') }, false],
    ['when its first booking starts it for long enough', unstarted(10), true],
    ['not when it would have run out by then', unstarted(9), false],
  ])('%s', (_, overrides, usable) => {
    expect(isUsable(ticket(overrides), session, now)).toBe(usable);
  });

  test('an unstarted ticket ends exactly its days after now', () => {
    const after = (time: object) => ({ ...session, startsAt: now.add({ hours: 24 * 9 }).add(time) });
    expect(isUsable(ticket(unstarted(9)), after({ seconds: -1 }), now)).toBe(true);
    expect(isUsable(ticket(unstarted(9)), after({ seconds: 0 }), now)).toBe(false);
  });
});

describe('the choice', () => {
  const soon = { validUntil: at('2026-05-20T00:00Z') };
  const late = { validUntil: at('2026-09-01T00:00Z') };
  test.each<[string, Partial<Ticket>, Partial<Ticket>]>([
    ['unlimited before one that ends sooner', { ...unlimited, ...late }, soon],
    ['of two unlimited the one that ends sooner', { ...unlimited, ...soon }, { ...unlimited, ...late }],
    ['the one that ends sooner', soon, { ...late, classTypeIds: ['yoga'] }],
    ['a running one before an unstarted', late, unstarted(30)],
    ['the one for fewer classes', { classTypeIds: ['yoga'] }, { classTypeIds: ['yoga', 'pilates'] }],
    ['one for some classes before one for all', { classTypeIds: ['yoga', 'pilates'] }, {}],
    ['the oldest', { createdAt: at('2026-03-01T00:00Z') }, { createdAt: at('2026-03-02T00:00Z') }],
    ['the lower id when all else is equal', { id: 'a' }, { id: 'b' }],
    ['the only usable', late, { ...soon, entriesLeft: 0 }],
  ])('%s', (_, first, second) => {
    const [a, b] = [ticket({ id: 'a', ...first }), ticket({ id: 'b', ...second })];
    expect(chooseTicket([a, b], session, now)).toBe(a);
    expect(chooseTicket([b, a], session, now)).toBe(a);
  });

  test('none without a usable ticket', () => {
    expect(chooseTicket([], session, now)).toBeUndefined();
    expect(chooseTicket([ticket({ entriesLeft: 0 })], session, now)).toBeUndefined();
  });

  test('the named one, and no other when that is not usable', () => {
    const best = ticket({ id: 'best', ...unlimited });
    expect(chooseTicket([best, ticket({ id: 'named' })], session, now, 'named')?.id).toBe('named');
    expect(chooseTicket([best, ticket({ id: 'named', entriesLeft: 0 })], session, now, 'named')).toBeUndefined();
    expect(chooseTicket([best], session, now, 'unknown')).toBeUndefined();
  });
});

describe('for any tickets', () => {
  const days = fc.integer({ min: -20, max: 60 }).map((offset) => now.add({ hours: 24 * offset }));
  const anyTicket = fc
    .record({
      id: fc.uuid(),
      limit: fc.option(fc.integer({ min: 0, max: 3 })),
      classTypeIds: fc.option(fc.subarray(['yoga', 'pilates', 'barre'], { minLength: 1 })),
      state: fc.constantFrom<Ticket['state']>('active', 'frozen', 'revoked'),
      validFrom: fc.option(days),
      length: fc.integer({ min: 1, max: 40 }),
      createdAt: days,
    })
    .map(({ id, limit, validFrom, length, ...rest }) =>
      ticket({
        ...rest,
        id,
        unlimited: limit === null,
        entriesLeft: limit,
        validFrom,
        validUntil: validFrom ? validFrom.add({ hours: 24 * length }) : null,
        validityDays: validFrom ? null : length,
      }),
    );
  const anyTickets = fc.uniqueArray(anyTicket, { selector: (each) => each.id, maxLength: 6 });

  test('the choice is usable, and there is one exactly when some ticket is', () => {
    fc.assert(
      fc.property(anyTickets, (tickets) => {
        const usable = tickets.filter((each) => isUsable(each, session, now));
        const chosen = chooseTicket(tickets, session, now);
        expect(chosen === undefined ? usable.length === 0 : usable.includes(chosen)).toBe(true);
      }),
    );
  });

  test('their order does not matter', () => {
    const shuffled = anyTickets.chain((tickets) =>
      fc.tuple(fc.constant(tickets), fc.shuffledSubarray(tickets, { minLength: tickets.length })),
    );
    fc.assert(
      fc.property(shuffled, ([tickets, others]) => {
        expect(chooseTicket(others, session, now)).toBe(chooseTicket(tickets, session, now));
      }),
    );
  });

  test('a choice that is taken away leaves one that comes after it', () => {
    fc.assert(
      fc.property(anyTickets, (tickets) => {
        const first = chooseTicket(tickets, session, now);
        const second = chooseTicket(
          tickets.filter((each) => each !== first),
          session,
          now,
        );
        if (first && second) expect(chooseTicket([second, first], session, now)).toBe(first);
      }),
    );
  });
});
