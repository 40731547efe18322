const RFC3339 = /^\d{4}-\d\d-\d\d[T ]\d\d:\d\d(:\d\d(\.\d{1,9})?)?(Z|[+-]\d\d(:?\d\d)?)$/i;
const EARLIEST = Temporal.Instant.from('1900-01-01T00:00:00Z');
const currencies = new Set(Intl.supportedValuesOf('currency'));

/** Formats for `Type.String({ format })` beyond, or stricter than, those of ajv-formats. */
export const formats: Record<string, (text: string) => boolean> = {
  /** An instant that both Temporal and PostgreSQL can hold: neither knows year 0 of the other. */
  'date-time': (text) =>
    RFC3339.test(text) && holds(() => Temporal.Instant.compare(Temporal.Instant.from(text), EARLIEST) >= 0),
  /** An IANA time zone as it is spelled there. Offsets such as `+02:00` do not follow daylight saving. */
  'time-zone': (text) => /^[A-Z]/.test(text) && holds(() => Temporal.Now.zonedDateTimeISO(text).timeZoneId === text),
  /** ISO 4217. */
  currency: (text) => currencies.has(text),
  /** A BCP 47 language tag in its canonical spelling. */
  locale: (text) => holds(() => Intl.getCanonicalLocales(text)[0] === text),
};

function holds(check: () => boolean): boolean {
  try {
    return check();
  } catch {
    return false;
  }
}
