import type { AdminSession } from '#lib/api/types.ts';
import { instantToWallTime } from '#lib/format/wall-time.ts';

/** A session where it stands in its day: minutes after midnight on the wall, and its lane beside those at the same time. */
export interface PlacedSession {
  session: AdminSession;
  from: number;
  to: number;
  lane: number;
  lanes: number;
}

const DAY_MINUTES = 24 * 60;
/** Shorter ones are drawn as long as this, so that their words have room. */
const SHORTEST = 30;
const DAYTIME = { from: 8, to: 20 };

/** Places the sessions of one day by the clocks of their locations; those that overlap stand side by side. */
export function layOutDay(sessions: readonly AdminSession[], day: string): PlacedSession[] {
  const ofDay = sessions.flatMap((session) => {
    const { date, time } = instantToWallTime(session.startsAt, session.timeZone);
    return date === day ? [{ session, ...spanOf(session, minutesOf(time)), lane: 0, lanes: 1 }] : [];
  });
  const placed = ofDay.sort((a, b) => a.from - b.from || b.to - a.to);
  for (const group of groupsOf(placed)) placeInLanes(group);
  return placed;
}

/** The hours that a week has to show: daytime, and more where there are sessions. */
export function hoursOf(days: readonly PlacedSession[][]): { from: number; to: number } {
  const placed = days.flat();
  return {
    from: Math.min(DAYTIME.from, ...placed.map(({ from }) => Math.floor(from / 60))),
    to: Math.max(DAYTIME.to, ...placed.map(({ to }) => Math.ceil(to / 60))),
  };
}

function spanOf(session: AdminSession, from: number): { from: number; to: number } {
  const minutes = (Date.parse(session.endsAt) - Date.parse(session.startsAt)) / 60_000;
  return { from, to: Math.min(DAY_MINUTES, from + Math.max(SHORTEST, minutes)) };
}

/** Runs of sessions in which each overlaps one before it. */
function groupsOf(placed: PlacedSession[]): PlacedSession[][] {
  const groups: PlacedSession[][] = [];
  let end = -1;
  for (const one of placed) {
    if (one.from >= end) groups.push([]);
    groups.at(-1)?.push(one);
    end = Math.max(end, one.to);
  }
  return groups;
}

function placeInLanes(group: PlacedSession[]): void {
  const ends: number[] = [];
  for (const one of group) {
    const free = ends.findIndex((end) => end <= one.from);
    one.lane = free === -1 ? ends.length : free;
    ends[one.lane] = one.to;
  }
  for (const one of group) one.lanes = ends.length;
}

function minutesOf(time: string): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return hours * 60 + minutes;
}
