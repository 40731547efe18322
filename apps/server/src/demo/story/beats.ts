import type { Random } from '../random.ts';
import { PROLOGUE_DAYS, STORY_DAYS } from './story-days.ts';

/** While people are awake. */
const FIRST_HOUR = 6;
const LAST_HOUR = 22;

/** The moments at which things happen, at odd minutes: once a day at first, more and more often later; the last one is now. */
export function planBeats(random: Random, now: Temporal.Instant, timeZone: string): Temporal.Instant[] {
  const today = now.toZonedDateTimeISO(timeZone).toPlainDate();
  const beats: Temporal.Instant[] = [];
  for (let daysAgo = STORY_DAYS + PROLOGUE_DAYS; daysAgo >= 0; daysAgo -= 1) {
    const day = today.subtract({ days: daysAgo });
    for (let hour = LAST_HOUR; hour >= FIRST_HOUR; hour -= hoursBetween(daysAgo)) {
      const plainTime = { hour, minute: Math.floor(random.between(0, 60)), second: Math.floor(random.between(0, 60)) };
      beats.push(day.toZonedDateTime({ timeZone, plainTime }).toInstant());
    }
  }
  const { compare } = Temporal.Instant;
  return [...beats.filter((beat) => compare(beat, now) < 0).toSorted(compare), now];
}

/** Who looks at the demo looks at the last days first, so those are told hour by hour. */
function hoursBetween(daysAgo: number): number {
  if (daysAgo > STORY_DAYS) return 24;
  if (daysAgo > 14) return 3;
  return daysAgo > 3 ? 2 : 1;
}
