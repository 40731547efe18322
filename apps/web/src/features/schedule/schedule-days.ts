/** One week of the day strip. */
export interface DayStrip {
  days: Temporal.PlainDate[];
  /** First day of the week before; null when that is the past. */
  previous: Temporal.PlainDate | null;
  next: Temporal.PlainDate;
}

/** The day that an address asks for; today when it asks for none, nonsense or the past. */
export function chosenDay(text: string | undefined, today: Temporal.PlainDate): Temporal.PlainDate {
  try {
    const day = Temporal.PlainDate.from(text ?? today);
    return Temporal.PlainDate.compare(day, today) < 0 ? today : day;
  } catch {
    return today;
  }
}

/** The seven days around a day, counted from today: today is always the first day of the first week. */
export function dayStrip(day: Temporal.PlainDate, today: Temporal.PlainDate): DayStrip {
  const weeks = Math.floor(today.until(day, { largestUnit: 'days' }).days / 7);
  const first = today.add({ days: weeks * 7 });
  return {
    days: Array.from({ length: 7 }, (_, days) => first.add({ days })),
    previous: weeks > 0 ? first.subtract({ days: 7 }) : null,
    next: first.add({ days: 7 }),
  };
}

/**
 * The window of a day in a time zone, as query parameters. Today has no `from`: the API then starts now, so that the list
 * never shows what is over.
 */
export function dayWindow(
  day: Temporal.PlainDate,
  today: Temporal.PlainDate,
  timeZone: string,
): { from?: string; to: string } {
  const startOf = (date: Temporal.PlainDate) => date.toZonedDateTime(timeZone).toInstant().toString();
  const to = startOf(day.add({ days: 1 }));
  return day.equals(today) ? { to } : { from: startOf(day), to };
}
