import type { AdminTicket } from '#lib/api/types.ts';
import { instantToWallTime, wallTimeToInstant } from '#lib/format/wall-time.ts';

/** First and last day of a validity, as days of the studio; empty while a ticket waits for its first booking. */
export interface ValidityDays {
  from: string;
  until: string;
}

/** A ticket's validity as the form shows it. */
export function validityDays({ validFrom, validUntil }: AdminTicket, timeZone: string): ValidityDays {
  const day = (instant: string | null) => (instant ? instantToWallTime(instant, timeZone).date : '');
  return { from: day(validFrom), until: day(validUntil) };
}

/** What the API has to change; a day that was left alone keeps its time. The last day counts whole. */
export function validityPatch(ticket: AdminTicket, days: ValidityDays, timeZone: string) {
  const before = validityDays(ticket, timeZone);
  return {
    ...(days.from !== before.from && { validFrom: startOfDay(days.from, timeZone) }),
    ...(days.until !== before.until && { validUntil: endOfDay(days.until, timeZone) }),
  };
}

export const startOfDay = (day: string, timeZone: string): string => wallTimeToInstant(day, '00:00', timeZone);

/** The last minute, not the first of the next day: everywhere the end of a ticket is shown as a date. */
export const endOfDay = (day: string, timeZone: string): string => wallTimeToInstant(day, '23:59', timeZone);

/** @param day `2026-03-29` */
export function addDays(day: string, days: number): string {
  return new Date(Date.parse(day) + days * 864e5).toISOString().slice(0, 10);
}
