import { type ClassKey, demoClasses } from '../catalogue/classes.ts';
import { demoLocations } from '../catalogue/places-and-people.ts';
import { type Slot, timetable } from '../catalogue/timetable.ts';
import { COMING_DAYS, PAST_DAYS } from './story-days.ts';

/** One session of the demo's schedule. */
export interface PlannedSession {
  slot: Slot;
  startsAt: Temporal.Instant;
  endsAt: Temporal.Instant;
  /** The date at the location. */
  day: string;
  /** Booking opens later than the studio usually does, so that everybody comes at once; null: as usual. */
  bookingOpensDaysBefore: number | null;
  /** How much members want it; 1 is average. */
  appeal: number;
}

/** The most wanted class opens a week ahead. */
const OPENS_LATE: Partial<Record<ClassKey, number>> = { reformer: 7 };

export const opensLate = (slot: Slot): boolean => OPENS_LATE[slot.class] !== undefined;

/** Monday to Sunday. */
const DAY_APPEAL = [1.1, 1.15, 1.1, 1, 0.75, 1.3, 1.1];

/**
 * The timetable, day by day from six weeks ago to four weeks ahead, at the wall time of each location also across a
 * change of the clocks. In the order of the starts.
 */
export function planSessions(today: Temporal.PlainDate): PlannedSession[] {
  const days = Array.from({ length: PAST_DAYS + COMING_DAYS }, (_, index) => today.add({ days: index - PAST_DAYS }));
  return days
    .flatMap((day) => timetable.filter(({ days }) => days.includes(day.dayOfWeek)).map((slot) => sessionOn(day, slot)))
    .toSorted((a, b) => Temporal.Instant.compare(a.startsAt, b.startsAt));
}

function sessionOn(day: Temporal.PlainDate, slot: Slot): PlannedSession {
  const plainTime = Temporal.PlainTime.from(slot.time);
  const { timeZone } = demoLocations[slot.location];
  const { minutes, appeal } = demoClasses[slot.class];
  const startsAt = day.toZonedDateTime({ timeZone, plainTime }).toInstant();
  return {
    slot,
    startsAt,
    endsAt: startsAt.add({ minutes }),
    day: day.toString(),
    bookingOpensDaysBefore: OPENS_LATE[slot.class] ?? null,
    appeal: appeal * hourAppeal(plainTime.hour) * (DAY_APPEAL[day.dayOfWeek - 1] ?? 1),
  };
}

/** After work everybody has time, at noon and in the morning some. */
function hourAppeal(hour: number): number {
  if (hour < 8) return 0.6;
  if (hour < 9) return 0.5;
  if (hour < 12) return 0.75;
  if (hour < 14) return 0.55;
  return hour < 17 || hour >= 20 ? 0.8 : 1.35;
}
