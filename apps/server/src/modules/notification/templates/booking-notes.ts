import type { MessageFacts } from '../message-facts.ts';
import type { WordKey } from './message-words.ts';

/** What the place cost. */
export function spendingNote({ ticket }: MessageFacts): WordKey | null {
  if (!ticket) return null;
  return ticket.entriesLeft === null ? 'notes.bookedWith' : 'notes.entrySpent';
}

/** Until when canceling is free, and what it costs afterwards. */
export function cancellationNote(facts: MessageFacts): WordKey | null {
  if (facts.booking?.state !== 'active') return null;
  if (facts.booking.cancelFreeUntil) return isLimited(facts) ? 'notes.freeUntil' : 'notes.freeUntilUnlimited';
  return isLimited(facts) ? 'notes.freeEnded' : null;
}

/** That the entry is back, or null when none came back. */
export function returnNote(facts: MessageFacts): WordKey | null {
  if (!facts.booking?.entryReturned) return null;
  return isLimited(facts) ? 'notes.entryBackOn' : 'notes.entryBack';
}

/** What became of the entry of a seat given up after the cutoff: the list may refill it before this message is read. */
export function lateNotes(facts: MessageFacts): (WordKey | null)[] {
  if (facts.booking?.entryReturned) return ['booking_canceled_late.refilled', returnNote(facts)];
  return [isLimited(facts) ? 'booking_canceled_late.kept' : null];
}

/** The variant of a message that tells the place in line, when there is one. */
export function hasPosition({ booking }: MessageFacts): boolean {
  return booking?.waitingPosition != null;
}

/** True when there is a ticket that counts entries. */
export function isLimited({ ticket }: MessageFacts): boolean {
  return ticket !== undefined && ticket.entriesLeft !== null;
}
