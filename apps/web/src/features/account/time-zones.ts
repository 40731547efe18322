/**
 * The time zones to choose from, as IANA names.
 *
 * @param chosen the one that was saved; browsers list each zone under one of its names only, which may be another
 */
export function knownZones(chosen: string | null): string[] {
  return [...new Set([...Intl.supportedValuesOf('timeZone'), 'UTC', ...(chosen ? [chosen] : [])])].sort();
}

/** The zone that somebody means: its name however it is written, or the only one of that city. Null when there is none. */
export function findZone(typed: string, zones: readonly string[]): string | null {
  const wanted = plain(typed);
  const exact = zones.find((zone) => plain(zone) === wanted);
  if (exact) return exact;
  const ofCity = zones.filter((zone) => plain(zone).endsWith(`/${wanted}`));
  return (ofCity.length === 1 && ofCity[0]) || null;
}

const plain = (name: string) => name.trim().toLowerCase().replaceAll(/\s+/g, '_');
