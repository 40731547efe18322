/** Older rules cannot matter, and before it zones have offsets with seconds, which clients reject. */
const EPOCH = Temporal.Instant.fromEpochMilliseconds(0);

/** The moment from which a zone has an offset, until the next onset. */
interface Onset {
  /** Wall time at that moment, by the offset that ends. */
  wall: Temporal.PlainDateTime;
  offsetFrom: string;
  offsetTo: string;
  kind: 'STANDARD' | 'DAYLIGHT';
}

/**
 * The VTIMEZONE of an IANA zone, right from `from` to `until`: the rules there are what Temporal knows, so the wall times
 * of a calendar and its instants always agree.
 *
 * Each change is an observance of its own, without a recurrence: some zones have rules that none can express (Casablanca),
 * and nothing outside of the span is asked.
 */
export function buildTimeZone(timeZone: string, from: Temporal.Instant, until: Temporal.Instant): string {
  const observances = onsets(timeZone, from, until).flatMap(({ kind, wall, offsetFrom, offsetTo }) => [
    `BEGIN:${kind}`,
    `DTSTART:${wall.toString({ smallestUnit: 'second' }).replace(/[-:]/g, '')}`,
    `TZOFFSETFROM:${offsetFrom}`,
    `TZOFFSETTO:${offsetTo}`,
    `END:${kind}`,
  ]);
  return ['BEGIN:VTIMEZONE', `TZID:${timeZone}`, ...observances, 'END:VTIMEZONE'].join('\r\n');
}

function onsets(timeZone: string, from: Temporal.Instant, until: Temporal.Instant): Onset[] {
  const first = from.toZonedDateTimeISO(timeZone);
  const found = [onsetBefore(first)];
  let next = first.getTimeZoneTransition('next');
  while (next && Temporal.Instant.compare(next.toInstant(), until) <= 0) {
    found.push(onsetAt(next));
    next = next.getTimeZoneTransition('next');
  }
  return found;
}

/** What holds at `first`; where it has held for long, as if it had since the epoch. */
function onsetBefore(first: Temporal.ZonedDateTime): Onset {
  // A transition at `first` itself counts as before it.
  const previous = first.add({ nanoseconds: 1 }).getTimeZoneTransition('previous');
  if (previous && Temporal.Instant.compare(previous.toInstant(), EPOCH) > 0) return onsetAt(previous);
  const offset = offsetOf(first);
  const wall = Temporal.PlainDateTime.from('1970-01-01T00:00:00');
  return { wall, offsetFrom: offset, offsetTo: offset, kind: 'STANDARD' };
}

function onsetAt(transition: Temporal.ZonedDateTime): Onset {
  const before = transition.subtract({ nanoseconds: 1 });
  return {
    wall: transition.toInstant().toZonedDateTimeISO(before.offset).toPlainDateTime(),
    offsetFrom: offsetOf(before),
    offsetTo: offsetOf(transition),
    // Only a label: clients calculate with the offsets.
    kind: transition.offsetNanoseconds > before.offsetNanoseconds ? 'DAYLIGHT' : 'STANDARD',
  };
}

const offsetOf = ({ offset }: Temporal.ZonedDateTime) => offset.replaceAll(':', '');
