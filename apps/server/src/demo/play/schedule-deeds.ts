import type { SeatCommand } from '#modules/booking/index.ts';
import { demoInstructors, type InstructorKey } from '../catalogue/places-and-people.ts';
import type { DemoStudio, Session } from '../insert-studio.ts';
import type { Random } from '../random.ts';
import type { Agenda } from '../story/agenda.ts';
import type { Deed } from './deed.ts';
import { quietClasses } from './demo-member.ts';

type ScheduleCommand = Extract<SeatCommand, { kind: 'changeSession' | 'cancelSession' }>;

/** What the admin had to change about sessions: somebody ill, a machine repaired, a room that was not free in time. */
export function planScheduleDeeds(
  agenda: Agenda<Deed>,
  studio: DemoStudio,
  random: Random,
  now: Temporal.Instant,
): void {
  const { admin: staff, instructorIds } = studio;
  const take = picker(studio.sessions, random, now);
  const announce = (session: Session, hoursBefore: number, command: ScheduleCommand) => {
    const planned = session.startsAt.subtract({ hours: hoursBefore });
    const at = Temporal.Instant.compare(planned, now) < 0 ? planned : now.subtract({ hours: 3 });
    agenda.add(at, { command });
  };

  for (const [from, to] of [
    [-40, -30],
    [-30, -20],
    [-20, -10],
    [-9, -2],
    [2, 5],
  ] as const) {
    const session = take(from, to);
    const reason = random.pick(['The instructor is ill', 'No heating today', 'Water damage in the studio']);
    announce(session, 6, { kind: 'cancelSession', sessionId: session.id, reason, staff });
  }
  for (const [from, to] of [
    [-28, -14],
    [-13, -3],
    [1, 4],
  ] as const) {
    const session = take(from, to, ({ slot }) => slot.class === 'reformer');
    const patch = { capacity: session.slot.capacity + 1 };
    announce(session, 30, { ...change(session, patch, 'The ninth reformer is repaired'), staff });
  }
  for (const [from, to] of [
    [-35, -20],
    [-19, -5],
    [1, 6],
  ] as const) {
    const session = take(from, to);
    const substitute = freeInstructor(studio.sessions, session, random);
    const reason = `${demoInstructors[substitute].name} teaches instead of ${demoInstructors[session.slot.instructor].name}`;
    announce(session, 20, { ...change(session, { instructorId: instructorIds[substitute] }, reason), staff });
  }
  const late = take(5, 9);
  const patch = { startsAt: late.startsAt.add({ minutes: 30 }), endsAt: late.endsAt.add({ minutes: 30 }) };
  announce(late, 240, { ...change(late, patch, 'The room is free half an hour later'), staff });
}

const FREE_HOURS = 3;
const isQuiet = ({ slot }: Session) => quietClasses.includes(slot.class);

function change(
  { id: sessionId }: Session,
  patch: Extract<SeatCommand, { kind: 'changeSession' }>['patch'],
  reason: string,
) {
  return { kind: 'changeSession', sessionId, patch, allowOverCapacity: false, reason } as const;
}

/** Picks a session by how many days from now it starts; no session twice. */
function picker(sessions: readonly Session[], random: Random, now: Temporal.Instant) {
  const taken = new Set<Session>();
  return (fromDays: number, toDays: number, suits: (session: Session) => boolean = () => true): Session => {
    const candidates = sessions.filter((session) => {
      const days = now.until(session.startsAt).total('hours') / 24;
      return days >= fromDays && days < toDays && suits(session) && !isQuiet(session) && !taken.has(session);
    });
    const session = random.pick(candidates);
    taken.add(session);
    return session;
  };
}

/** Somebody who does not teach within hours of it. */
function freeInstructor(sessions: readonly Session[], { startsAt }: Session, random: Random): InstructorKey {
  const near = sessions.filter((session) => Math.abs(session.startsAt.since(startsAt).total('hours')) < FREE_HOURS);
  const busy = new Set(near.map(({ slot }) => slot.instructor));
  return random.pick((Object.keys(demoInstructors) as InstructorKey[]).filter((key) => !busy.has(key)));
}
