import { cancellationNote, hasPosition, isLimited, lateNotes, returnNote, spendingNote } from './booking-notes.ts';
import { type Outliner, pages } from './message-outline.ts';

/** What happened to a member's place, or place in line. */
export const bookingOutlines = {
  booking_confirmed: (facts) => ({
    paragraphs: ['booking_confirmed.body', spendingNote(facts), cancellationNote(facts)],
    facts: 'session',
    target: pages.bookings,
  }),
  booking_waiting: (facts) => ({
    paragraphs: [
      'booking_waiting.body',
      hasPosition(facts) ? 'booking_waiting.position' : null,
      'booking_waiting.meaning',
      'booking_waiting.leave',
    ],
    facts: 'session',
    target: pages.bookings,
  }),
  booking_promoted: (facts) => ({
    paragraphs: ['booking_promoted.body', spendingNote(facts), cancellationNote(facts), 'notes.makeRoom'],
    facts: 'session',
    target: pages.bookings,
  }),
  seat_opened: (facts) => ({
    paragraphs: ['seat_opened.body', 'seat_opened.meaning'],
    facts: 'session',
    target: pages.session(facts),
  }),
  promotion_skipped: (facts) => ({
    paragraphs: [
      'promotion_skipped.body',
      hasPosition(facts) ? 'promotion_skipped.position' : 'promotion_skipped.keep',
      'promotion_skipped.next',
    ],
    facts: 'session',
    target: pages.tickets,
  }),
  booking_canceled: (facts) => ({
    paragraphs: [
      'booking_canceled.body',
      returnNote(facts) ?? (isLimited(facts) ? 'notes.entryNotBack' : 'notes.nothingSpent'),
    ],
    facts: 'session',
    target: pages.schedule,
  }),
  booking_canceled_late: (facts) => ({
    paragraphs: ['booking_canceled_late.body', ...lateNotes(facts)],
    facts: 'session',
    target: pages.schedule,
  }),
  entry_returned_after_refill: (facts) => ({
    paragraphs: ['entry_returned_after_refill.body', returnNote(facts)],
    facts: 'session',
    target: pages.tickets,
  }),
  removed_from_waiting_list: () => ({
    paragraphs: ['removed_from_waiting_list.body', 'notes.nothingSpent'],
    facts: 'session',
    target: pages.schedule,
  }),
  waiting_list_closed: () => ({
    paragraphs: ['waiting_list_closed.body', 'notes.nothingSpent'],
    facts: 'session',
    target: pages.schedule,
  }),
  ticket_withdrawn: () => ({
    paragraphs: ['ticket_withdrawn.body', 'ticket_withdrawn.next'],
    facts: 'session',
    target: pages.tickets,
  }),
  reminder: (facts) => ({
    paragraphs: ['reminder.body', cancellationNote(facts), 'notes.makeRoom'],
    facts: 'session',
    target: pages.bookings,
  }),
} as const satisfies Record<string, Outliner>;
