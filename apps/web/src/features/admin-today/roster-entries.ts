import type { Roster, RosterEntry } from '#lib/api/types.ts';

/** The roster with another state of one entry, and the count of those who are here along with it. */
export function putEntry(roster: Roster, entry: RosterEntry): Roster {
  const before = roster.items.find(({ bookingId }) => bookingId === entry.bookingId);
  if (!before) return roster;
  const change = Number(entry.checkedInAt !== null) - Number(before.checkedInAt !== null);
  return {
    session: { ...roster.session, checkedInCount: roster.session.checkedInCount + change },
    items: roster.items.map((item) => (item.bookingId === entry.bookingId ? entry : item)),
  };
}

/** Those with a name that has a word beginning with each of the words typed, whatever the case and accents. */
export function searchRoster(items: readonly RosterEntry[], typed: string): RosterEntry[] {
  const wanted = wordsOf(typed);
  return items.filter(({ user }) => {
    const words = wordsOf(user.name);
    return wanted.every((beginning) => words.some((word) => word.startsWith(beginning)));
  });
}

function wordsOf(text: string): string[] {
  const plain = text.normalize('NFD').replace(/\p{Mark}/gu, '');
  return plain.toLowerCase().match(/[\p{Letter}\p{Number}]+/gu) ?? [];
}
