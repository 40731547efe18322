import { Type } from 'typebox';
import type { Database } from '#platform/db/database.ts';
import type { Scope } from './analytics-query.ts';
import { defineChart } from './chart.ts';
import { Minor } from './chart-schemas.ts';
import { countActiveTickets, countPlaces, countUsers } from './kpi-counts.ts';
import { boundsOf, previousPeriod } from './period.ts';
import { compare } from './ratios.ts';
import { sumRevenue, totalOf } from './sum-revenue.ts';

const change = Type.Union([Type.Number(), Type.Null()], {
  description: 'Against the period of the same length before: 0.25 for a quarter more; null when there was nothing',
});
const Figure = Type.Object({ value: Type.Integer(), previous: Type.Integer(), change });

/** The studio at a glance. */
export const kpis = defineChart({
  path: 'kpis',
  operationId: 'getKpis',
  summary: 'Users, active tickets, booked places and revenue, against the period before',
  description:
    'Users and active tickets as they stood at the end of each period (now, if it has not ended); booked places in sessions of the period; revenue that came in through Stripe, net of refunds.',
  about: 'studio',
  answer: Type.Object({
    totalUsers: Figure,
    activeTickets: Figure,
    activeBookings: Figure,
    revenue: Type.Object({ value: Minor, previous: Minor, change, currency: Type.String() }),
  }),
  load: async (db, scope, { currency }) => {
    const before = { ...scope, period: previousPeriod(scope.period) };
    const [value, previous, revenue] = await Promise.all([
      countAll(db, scope),
      countAll(db, before),
      sumRevenue(db, [boundsOf(before.period).since, boundsOf(scope.period).since, boundsOf(scope.period).until]),
    ]);
    const netOf = (span: number) =>
      totalOf(revenue.filter((row) => row.span === span && row.currency === currency)).net;
    return {
      totalUsers: compare(value.users, previous.users),
      activeTickets: compare(value.activeTickets, previous.activeTickets),
      activeBookings: compare(value.activeBookings, previous.activeBookings),
      revenue: { ...compare(netOf(1), netOf(0)), currency },
    };
  },
  rows: ({ totalUsers, activeTickets, activeBookings, revenue }) => [
    { figure: 'total_users', ...totalUsers, currency: null },
    { figure: 'active_tickets', ...activeTickets, currency: null },
    { figure: 'active_bookings', ...activeBookings, currency: null },
    { figure: 'revenue_minor', ...revenue },
  ],
  columns: {
    figure: ({ figure }) => figure,
    value: ({ value }) => value,
    previous: ({ previous }) => previous,
    change: (row) => row.change,
    currency: (row) => row.currency,
  },
});

async function countAll(db: Database, scope: Scope) {
  const [users, activeTickets, activeBookings] = await Promise.all([
    countUsers(db, boundsOf(scope.period).until),
    countActiveTickets(db, scope),
    countPlaces(db, scope),
  ]);
  return { users, activeTickets, activeBookings };
}
