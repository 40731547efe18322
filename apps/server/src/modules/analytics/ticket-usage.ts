import { Type } from 'typebox';
import { defineChart } from './chart.ts';
import { Count } from './chart-schemas.ts';
import { sumTicketMovements } from './ticket-movements.ts';

/** What became of the entries that were sold, and how much unlimited tickets are used. */
export const ticketUsage = defineChart({
  path: 'ticket-usage',
  operationId: 'getTicketUsage',
  summary: 'Entries granted, spent, returned and expired; bookings per unlimited ticket',
  description:
    'Entries of limited tickets as the ledger has them in the period. Expired: what was left on tickets whose validity ended in it. ' +
    'Unlimited tickets are those that ended in it, so that each had its whole time.',
  about: 'studio',
  answer: Type.Object({
    entries: Type.Object({
      granted: Count,
      spent: Count,
      returned: Count,
      adjusted: Type.Integer({ description: 'By staff, up and down' }),
      revoked: Count,
      expired: { ...Count, description: 'Unused' },
    }),
    unlimited: Type.Object({
      tickets: { ...Count, description: 'Whose validity ended in the period, and that were not revoked' },
      bookings: { ...Count, description: 'Places held with them, over their whole time' },
      bookingsPerTicket: Type.Union([Type.Number(), Type.Null()], { description: 'To two places; null of nothing' }),
    }),
  }),
  load: async (db, scope) => {
    const { unlimitedEnded: tickets, unlimitedBookings: bookings, ...entries } = await sumTicketMovements(db, scope);
    const bookingsPerTicket = tickets === 0 ? null : Math.round((bookings / tickets) * 100) / 100;
    return { entries, unlimited: { tickets, bookings, bookingsPerTicket } };
  },
  rows: ({ entries, unlimited }) => [
    ...Object.entries(entries).map(([measure, value]) => ({ measure: `entries_${measure}`, value })),
    { measure: 'unlimited_tickets', value: unlimited.tickets },
    { measure: 'unlimited_bookings', value: unlimited.bookings },
  ],
  columns: { measure: ({ measure }) => measure, value: ({ value }) => value },
});
