import type { Benchmark } from '../benchmark.ts';
import { drawBookings } from '../environment/draw-bookings.ts';
import { BOOKABLE_DAYS } from '../environment/seed.ts';
import { compareBookingRates } from '../measure/booking-rates.ts';

const SESSIONS = 20_000;
const SIZE = {
  members: 60_000,
  baselineMembers: 60_000,
  sessions: SESSIONS,
  sessionsPerDay: Math.ceil(SESSIONS / BOOKABLE_DAYS),
  capacity: 200,
};
/** More than can be made. */
const BOOKINGS_PER_SECOND = 20_000;

/** Everybody books some session of the month. */
export const spread: Benchmark = {
  summary: `bookings spread over ${SESSIONS} sessions`,
  size: () => SIZE,
  run: (context) => {
    const draw = drawBookings(SIZE);
    return compareBookingRates(context, {
      connections: [128, 512],
      bookingsOf: () => draw(context.options.seconds * BOOKINGS_PER_SECOND),
      baselines: [
        { tables: 'product', style: 'transaction', clients: 8 },
        { tables: 'product', style: 'call', clients: 8 },
        { tables: 'minimal', style: 'call', clients: 8 },
        { tables: 'minimal', style: 'statement', clients: 8 },
        { tables: 'minimal', style: 'call', clients: 16 },
      ],
      baselineSessions: () => [1, SESSIONS],
      must: 0.6,
      goal: 1,
    });
  },
};
