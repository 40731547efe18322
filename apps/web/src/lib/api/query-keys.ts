/** First part of the key of everything that only the signed-in user may see; it is forgotten when another one signs in. */
export const OWN = 'own';

export const queryKeys = {
  allSessions: ['sessions'] as const,
  sessionLists: ['sessions', 'list'] as const,
  sessionList: (query: object) => ['sessions', 'list', query] as const,
  session: (id: string) => ['sessions', 'one', id] as const,
  bookings: [OWN, 'bookings'] as const,
  bookingList: (when: 'upcoming' | 'past') => [OWN, 'bookings', when] as const,
  cancellation: (bookingId: string) => [OWN, 'cancellation', bookingId] as const,
  queue: (bookingId: string) => [OWN, 'bookings', 'queue', bookingId] as const,
  tickets: [OWN, 'tickets'] as const,
  ticketList: [OWN, 'tickets', 'list'] as const,
  ticket: (id: string) => [OWN, 'tickets', 'one', id] as const,
  payment: (id: string) => [OWN, 'payments', id] as const,
  catalogue: ['catalogue'] as const,
  adminSessions: [OWN, 'admin', 'sessions'] as const,
  adminSessionList: (query: object) => [OWN, 'admin', 'sessions', 'list', query] as const,
  adminSession: (id: string) => [OWN, 'admin', 'sessions', 'one', id] as const,
  roster: (sessionId: string) => [OWN, 'admin', 'sessions', 'roster', sessionId] as const,
};
