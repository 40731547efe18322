/** An IANA zone in which it is between twelve and one right now: whatever the hour, a few hours either way are the same day there. */
export function zoneAtNoon(): string {
  const hoursAhead = 12 - Temporal.Now.zonedDateTimeISO('UTC').hour;
  // The signs of these zones are the other way round: Etc/GMT-2 is two hours ahead.
  return `Etc/GMT${hoursAhead > 0 ? '-' : '+'}${Math.abs(hoursAhead)}`;
}
