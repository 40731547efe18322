import type { Benchmark } from '../benchmark.ts';
import { bookingsOfOne } from '../environment/draw-bookings.ts';
import { compareBookingRates } from '../measure/booking-rates.ts';

const CONNECTIONS = [128, 512];
/** More than can be booked in one measurement: every member books a session only once. */
const MEMBERS = 90_000;

/** Everybody books the same session. */
export const hot: Benchmark = {
  summary: 'one session with room for all, everybody books it at once',
  size: ({ rounds }) => ({
    members: MEMBERS,
    baselineMembers: MEMBERS,
    sessions: sessionOf(rounds, CONNECTIONS.length - 1),
    // One a day, so that the same members can book all of them.
    sessionsPerDay: 1,
    capacity: 1_000_000,
  }),
  run: (context) =>
    compareBookingRates(context, {
      connections: CONNECTIONS,
      bookingsOf: (round, measurement) => bookingsOfOne(sessionOf(round, measurement), MEMBERS),
      baselines: [
        { tables: 'product', style: 'transaction', clients: 1 },
        { tables: 'product', style: 'call', clients: 1 },
        { tables: 'minimal', style: 'call', clients: 1 },
        { tables: 'minimal', style: 'statement', clients: 1 },
        { tables: 'minimal', style: 'call', clients: 8 },
      ],
      baselineSessions: (round) => [sessionOf(round, 0), sessionOf(round, 0)],
      must: 2.5,
      goal: 4,
    }),
};

/** Round 0 warms up. */
function sessionOf(round: number, measurement: number): number {
  return round * CONNECTIONS.length + measurement + 1;
}
