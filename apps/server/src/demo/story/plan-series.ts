import { demoClasses } from '../catalogue/classes.ts';
import { type Slot, timetable } from '../catalogue/timetable.ts';
import { opensLate } from './plan-sessions.ts';
import { COMING_DAYS, PAST_DAYS } from './story-days.ts';

/** A time of the week that goes on beyond the story, as a series of the product. */
export interface PlannedSeries {
  slot: Slot;
  rule: string;
  startsOn: Temporal.PlainDate;
  durationMinutes: number;
  /** Up to this day the story has its sessions. */
  generatedUntil: Temporal.PlainDate;
}

const WEEKDAYS = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];

/** The times of the week as series, but those whose sessions have terms of their own: a series gives its sessions none. */
export function planSeries(today: Temporal.PlainDate): PlannedSeries[] {
  return timetable
    .filter((slot) => !opensLate(slot))
    .map((slot) => ({
      slot,
      rule: `FREQ=WEEKLY;BYDAY=${slot.days.map((day) => WEEKDAYS[day - 1]).join()}`,
      startsOn: today.subtract({ days: PAST_DAYS }),
      durationMinutes: demoClasses[slot.class].minutes,
      generatedUntil: today.add({ days: COMING_DAYS - 1 }),
    }));
}
