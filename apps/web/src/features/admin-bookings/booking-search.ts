import type { paths } from '@openmat/api-client';
import {
  daysWindow,
  isDay,
  isId,
  isOneOf,
  type RawSearch,
  readSearch,
  type SearchRules,
  searchHref,
} from '#lib/navigation/search.ts';

export const bookingStates = ['active', 'waiting', 'canceled'] as const;
export const attendances = ['checked_in', 'no_show', 'unmarked'] as const;
export const canceledReasons = [
  'member',
  'late',
  'staff',
  'session_canceled',
  'ticket_revoked',
  'list_closed',
] as const;
export const bookingSorts = ['-bookedAt', 'bookedAt', 'startsAt', '-startsAt'] as const;

export type BookingSearchName =
  | 'q'
  | 'state'
  | 'attendance'
  | 'canceledReason'
  | 'classId'
  | 'locationId'
  | 'instructorId'
  | 'sessionId'
  | 'userId'
  | 'from'
  | 'to'
  | 'sort';

/** What the overview of bookings is narrowed down to, as it stands in the address. Days are days of the studio. */
export type BookingSearch = Partial<Record<BookingSearchName, string>>;

export type BookingQuery = NonNullable<paths['/api/v1/admin/bookings']['get']['parameters']['query']>;

const rules: SearchRules<BookingSearchName> = {
  q: (value) => value.length <= 200 && value.trim() !== '',
  state: isOneOf(bookingStates),
  attendance: isOneOf(attendances),
  canceledReason: isOneOf(canceledReasons),
  classId: isId,
  locationId: isId,
  instructorId: isId,
  sessionId: isId,
  userId: isId,
  from: isDay,
  to: isDay,
  sort: isOneOf(bookingSorts),
};

export const readBookingSearch = (params: RawSearch): BookingSearch => readSearch(rules, params);

export const bookingsHref = (search: BookingSearch): string => searchHref('/admin/bookings', search);

/** The same as query parameters of the API; the last day is included. */
export function bookingQuery({ from, to, ...search }: BookingSearch, timeZone: string): BookingQuery {
  return {
    // `readBookingSearch` let nothing else in.
    ...(search as Partial<BookingQuery>),
    ...daysWindow({ from, to }, timeZone),
  };
}
