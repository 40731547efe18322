import type { SeatCommand } from '#modules/booking/index.ts';
import { demoInstructors, type InstructorKey } from '../catalogue/places-and-people.ts';
import type { DemoStudio, Session } from '../insert-studio.ts';
import type { Random } from '../random.ts';
import type { Agenda } from '../story/agenda.ts';
import type { Deed } from './deed.ts';
import { quietClasses } from './demo-member.ts';

type Change = Extract<SeatCommand, { kind: 'changeSession' }>;
type ScheduleCommand = Change | Extract<SeatCommand, { kind: 'cancelSession' }>;

/** Between which days from today a session lies that something happens to. */
type Days = readonly [from: number, to: number];

const CANCELED: Days[] = [
  [-40, -30],
  [-30, -20],
  [-20, -10],
  [-9, -2],
  [2, 5],
];
const ENLARGED: Days[] = [
  [-28, -14],
  [-13, -3],
  [1, 4],
];
const SUBSTITUTED: Days[] = [
  [-35, -20],
  [-19, -5],
  [1, 6],
];
const MOVED: Days = [5, 9];

/** What the admin had to change about sessions: somebody ill, a machine repaired, a room that was not free in time. */
export function planScheduleDeeds(
  agenda: Agenda<Deed>,
  { sessions, admin: staff, instructorIds }: DemoStudio,
  random: Random,
  dawn: Temporal.Instant,
): void {
  const take = picker(sessions, random, dawn);
  const announce = (session: Session, hoursBefore: number, command: ScheduleCommand) => {
    const planned = session.startsAt.subtract({ hours: hoursBefore });
    const yesterday = dawn.subtract({ hours: 3 });
    agenda.add(Temporal.Instant.compare(planned, yesterday) < 0 ? planned : yesterday, { command });
  };
  const change = ({ id: sessionId }: Session, patch: Change['patch'], reason: string): Change => {
    return { kind: 'changeSession', sessionId, patch, allowOverCapacity: false, reason, staff };
  };

  for (const days of CANCELED) {
    const session = take(days);
    const reason = random.pick(['The instructor is ill', 'No heating today', 'Water damage in the studio']);
    announce(session, 6, { kind: 'cancelSession', sessionId: session.id, reason, staff });
  }
  for (const days of ENLARGED) {
    const session = take(days, ({ slot }) => slot.class === 'reformer');
    announce(session, 30, change(session, { capacity: session.slot.capacity + 1 }, 'The ninth reformer is repaired'));
  }
  for (const days of SUBSTITUTED) {
    const session = take(days);
    const substitute = freeInstructor(sessions, session, random);
    const reason = `${demoInstructors[substitute].name} teaches in place of ${demoInstructors[session.slot.instructor].name}`;
    announce(session, 20, change(session, { instructorId: instructorIds[substitute] }, reason));
  }
  const moved = take(MOVED);
  const patch = { startsAt: moved.startsAt.add({ minutes: 30 }), endsAt: moved.endsAt.add({ minutes: 30 }) };
  announce(moved, 240, change(moved, patch, 'The room is free half an hour later'));
}

/** Picks a session that lies between those days; none twice, and none of the visitor's. */
function picker(sessions: readonly Session[], random: Random, dawn: Temporal.Instant) {
  const taken = new Set<Session>();
  return ([from, to]: Days, suits: (session: Session) => boolean = () => true): Session => {
    const candidates = sessions.filter((session) => {
      const days = dawn.until(session.startsAt).total('hours') / 24;
      const isFree = !taken.has(session) && !quietClasses.includes(session.slot.class);
      return days >= from && days < to && isFree && suits(session);
    });
    const session = random.pick(candidates);
    taken.add(session);
    return session;
  };
}

const FREE_HOURS = 3;

/** Somebody who does not teach within hours of it. */
function freeInstructor(sessions: readonly Session[], { startsAt }: Session, random: Random): InstructorKey {
  const near = sessions.filter((session) => Math.abs(session.startsAt.since(startsAt).total('hours')) < FREE_HOURS);
  const busy = new Set(near.map(({ slot }) => slot.instructor));
  return random.pick((Object.keys(demoInstructors) as InstructorKey[]).filter((key) => !busy.has(key)));
}
