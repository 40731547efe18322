const KEY = 'openmat-booking-intent';
const LIFETIME_MS = 60 * 60_000;

type Shelf = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

/**
 * Notes that this visitor pressed the button of a session and went off for what was missing: a ticket, or to sign in.
 *
 * It is in the tab's storage, never in an address: a link that books could be sent by anybody.
 *
 * @param now epoch milliseconds
 */
export function rememberBooking(shelf: Shelf, sessionId: string, now: number): void {
  shelf.setItem(KEY, JSON.stringify({ sessionId, at: now }));
}

/** Whether this session is to be booked as soon as its page is open: within an hour, and only the one pressed last. */
export function isBookingRemembered(shelf: Shelf, sessionId: string, now: number): boolean {
  const note = readNote(shelf.getItem(KEY));
  return note?.sessionId === sessionId && now >= note.at && now - note.at < LIFETIME_MS;
}

/** Whether this session is to be booked now; the note serves once. */
export function takeRememberedBooking(shelf: Shelf, sessionId: string, now: number): boolean {
  const isRemembered = isBookingRemembered(shelf, sessionId, now);
  if (isRemembered) shelf.removeItem(KEY);
  return isRemembered;
}

function readNote(text: string | null): { sessionId: string; at: number } | null {
  try {
    const note = JSON.parse(text ?? 'null');
    return typeof note?.sessionId === 'string' && typeof note.at === 'number' ? note : null;
  } catch {
    return null;
  }
}
