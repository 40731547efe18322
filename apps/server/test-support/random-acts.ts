import fc from 'fast-check';
import { frontDesk, TestRooms, ticket } from './test-rooms.ts';

const SESSIONS = ['dawn', 'noon', 'dusk', 'night'] as const;
export const MEMBERS = ['anna', 'ben', 'eva', 'zoe', 'mia', 'lea'] as const;

/** Something that happens in a studio. */
export type Act =
  | { act: 'book' | 'cancel' | 'forfeit' | 'staffCancel'; member: string; session: string }
  | { act: 'resize'; session: string; capacity: number; allow: boolean }
  | { act: 'move'; session: string; minutes: number }
  | { act: 'cancelSession' | 'deleteSession' | 'closeList' | 'sweep'; session: string }
  | { act: 'wait'; minutes: number };

const member = fc.constantFrom(...MEMBERS);
const session = fc.constantFrom(...SESSIONS);
const byMember = <const A extends string>(...names: A[]) =>
  fc.record({ act: fc.constantFrom(...names), member, session });
const byStudio = <const A extends string>(...names: A[]) => fc.record({ act: fc.constantFrom(...names), session });

/** Mostly members who book and cancel, sometimes an admin who changes their sessions, and time that passes. */
export const act: fc.Arbitrary<Act> = fc.oneof(
  { weight: 12, arbitrary: byMember('book') },
  { weight: 8, arbitrary: byMember('cancel', 'forfeit', 'staffCancel') },
  {
    weight: 3,
    arbitrary: fc.record({
      act: fc.constant('resize' as const),
      session,
      capacity: fc.integer({ min: 1, max: 4 }),
      allow: fc.boolean(),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      act: fc.constant('move' as const),
      session,
      minutes: fc.constantFrom(-600, -60, -10, 10, 30, 60, 600),
    }),
  },
  { weight: 2, arbitrary: byStudio('cancelSession', 'deleteSession', 'closeList', 'sweep') },
  { weight: 4, arbitrary: fc.record({ act: fc.constant('wait' as const), minutes: fc.integer({ min: 1, max: 300 }) }) },
);

/** A studio before anything has happened. */
export interface Opening {
  capacities: number[];
  /** Of each member's ticket; null for an unlimited one. */
  entries: (number | null)[];
  blocked: string | null;
  waitlistClosesMinutesBefore: number;
  overlappingBookingsAllowed: boolean;
}

export const opening: fc.Arbitrary<Opening> = fc.record({
  capacities: fc.tuple(...SESSIONS.map(() => fc.integer({ min: 1, max: 3 }))),
  entries: fc.tuple(...MEMBERS.map(() => fc.option(fc.integer({ min: 0, max: 3 })))),
  blocked: fc.option(member),
  waitlistClosesMinutesBefore: fc.constantFrom(0, 60, 240),
  overlappingBookingsAllowed: fc.boolean(),
});

/** Opens it: four sessions of 90 minutes, an hour apart, so that neighbours overlap. */
export function openStudio({ capacities, entries, blocked, ...policy }: Opening): TestRooms {
  const rooms = new TestRooms(policy);
  SESSIONS.forEach((id, i) => {
    rooms.addSession(id, { capacity: capacities[i] ?? 1, startsIn: { hours: 12 + i }, lasts: { minutes: 90 } });
  });
  MEMBERS.forEach((id, i) => {
    rooms.addMember(id, { tickets: [ticket(entries[i] ?? null)], blocked: id === blocked });
  });
  return rooms;
}

/** Lets it happen, as one batch. */
export function perform(rooms: TestRooms, happens: Act): void {
  rooms.nextBatch();
  switch (happens.act) {
    case 'wait':
      return void rooms.wait({ minutes: happens.minutes });
    case 'book':
      return void rooms.book(happens.member, happens.session);
    case 'cancel':
    case 'forfeit':
    case 'staffCancel':
      if (!rooms.room(happens.session).openBookingOf(happens.member)) return;
      return void rooms.cancel(happens.member, happens.session, {
        forfeit: happens.act === 'forfeit',
        ...(happens.act === 'staffCancel' && { staff: frontDesk }),
      });
    case 'resize':
      return void rooms.change(happens.session, { capacity: happens.capacity }, happens.allow);
    case 'move': {
      const { startsAt, endsAt } = rooms.room(happens.session).session;
      const by = { minutes: happens.minutes };
      return void rooms.change(happens.session, { startsAt: startsAt.add(by), endsAt: endsAt.add(by) });
    }
    case 'cancelSession':
      return void rooms.cancelSession(happens.session);
    case 'deleteSession':
      return void rooms.deleteSession(happens.session);
    case 'closeList':
      return void rooms.decide({ kind: 'closeList', sessionId: happens.session });
    case 'sweep':
      return void rooms.decide({ kind: 'promote', sessionId: happens.session, cause: 'swept' });
  }
}
