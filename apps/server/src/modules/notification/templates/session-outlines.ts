import { returnNote } from './booking-notes.ts';
import { type Outliner, pages } from './message-outline.ts';

/** What the studio changed about a session. */
export const sessionOutlines = {
  session_canceled: (facts) => ({
    // Whoever waited, or has a ticket without a limit, had spent nothing.
    paragraphs: ['session_canceled.body', returnNote(facts) ?? 'notes.nothingSpent'],
    facts: 'session',
    target: pages.schedule,
  }),
  session_moved: (facts) => ({
    paragraphs: [
      'session_moved.body',
      facts.booking?.state === 'waiting' ? 'session_moved.waiting' : 'session_moved.booked',
      facts.booking?.cancelFreeUntil ? 'session_moved.free' : null,
    ],
    facts: 'session',
    target: pages.session(facts),
  }),
  instructor_changed: (facts) => ({
    paragraphs: ['instructor_changed.body', facts.booking?.cancelFreeUntil ? 'notes.freeUntilUnlimited' : null],
    facts: 'session',
    target: pages.session(facts),
  }),
} as const satisfies Record<string, Outliner>;
