import type { Webhook } from '#lib/api/types.ts';

export type EventType = Webhook['eventTypes'][number];

/** What a webhook can listen to, by what it is about. */
export const eventGroups = [
  { name: 'booking', types: ['booking.confirmed', 'booking.waiting', 'booking.promoted', 'booking.canceled'] },
  { name: 'session', types: ['session.moved', 'session.instructor_changed', 'session.canceled'] },
  { name: 'payment', types: ['payment.paid', 'payment.refunded'] },
] as const satisfies { name: string; types: EventType[] }[];
