import { expect, test } from 'vitest';
import type { Revocation } from '#lib/api/types.ts';
import { placesLost } from './places-lost.ts';

const session = (id: string) => ({ id, className: id, startsAt: '2026-11-24T17:00:00Z', timeZone: 'UTC' });
const person = (name: string, sessionId: string, effect: Revocation['people'][number]['effect']) => ({
  userId: name,
  name,
  sessionId,
  effect,
  reason: null,
});

test('each lost place is told with who gets it; a place won elsewhere is none', () => {
  const [flow, yin, core] = [session('flow'), session('yin'), session('core')];
  const people = [
    person('Ana', 'flow', 'place_lost'),
    person('Ana', 'yin', 'place_lost'),
    person('Zoe', 'flow', 'not_promoted'),
    person('Ben', 'flow', 'promoted'),
    person('Ana', 'core', 'promoted'),
  ];
  expect(placesLost({ sessions: [flow, yin, core], people } as unknown as Revocation)).toEqual([
    { session: flow, nextName: 'Ben' },
    { session: yin, nextName: null },
  ]);
});
