import type { Revocation } from '#lib/api/types.ts';

export interface PlaceLost {
  session: Revocation['sessions'][number];
  /** Who gets the place; null when nobody waits for it, or nobody who waits has a ticket for it. */
  nextName: string | null;
}

/** The places that end with a ticket, in the order of their sessions, and who is next. */
export function placesLost({ sessions, people }: Revocation): PlaceLost[] {
  return sessions.flatMap((session) => {
    const here = people.filter(({ sessionId }) => sessionId === session.id);
    if (!here.some(({ effect }) => effect === 'place_lost')) return [];
    return [{ session, nextName: here.find(({ effect }) => effect === 'promoted')?.name ?? null }];
  });
}
