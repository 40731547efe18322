import type { Offer } from './booking-offer.ts';

/** Where somebody goes on to who cannot book a session, or has: no state and no refusal is the end of the road. */
export type WayOn =
  | 'book'
  | 'signIn'
  | 'ticket'
  | 'overlapping'
  | 'bookings'
  | 'calendar'
  | 'otherDates'
  | 'askStudio'
  | 'tryAgain';

const fromOffer: Record<Offer['kind'], WayOn> = {
  book: 'book',
  join: 'book',
  booked: 'bookings',
  waiting: 'bookings',
  checkedIn: 'otherDates',
  opens: 'calendar',
  full: 'otherDates',
  closed: 'otherDates',
  started: 'otherDates',
  over: 'otherDates',
  canceled: 'otherDates',
};

/** What helps after a booking was refused, by the code of the API. */
const fromRefusal: Record<string, WayOn> = {
  unauthenticated: 'signIn',
  token_expired: 'signIn',
  refresh_reused: 'signIn',
  no_usable_ticket: 'ticket',
  overlapping_booking: 'overlapping',
  already_booked: 'bookings',
  account_blocked: 'askStudio',
  forbidden: 'askStudio',
  booking_not_open: 'calendar',
  booking_closed: 'otherDates',
  waiting_list_closed: 'otherDates',
  session_started: 'otherDates',
  session_canceled: 'otherDates',
  not_found: 'otherDates',
};

/** The way on from what a session offers right now. */
export function wayOnFrom(offer: Offer): WayOn {
  return fromOffer[offer.kind];
}

/**
 * The way on from a booking that did not happen.
 *
 * @param code of the API's refusal; null when nobody answered. What passes by itself is worth another try.
 */
export function wayOnAfter(code: string | null): WayOn {
  return (code !== null && fromRefusal[code]) || 'tryAgain';
}
