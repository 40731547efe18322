import { Type } from 'typebox';
import type { Database } from '#platform/db/database.ts';
import type { Scope } from './analytics-query.ts';
import { defineChart } from './chart.ts';
import { Minor } from './chart-schemas.ts';
import { countActiveTickets, countPlaces, countUsers } from './kpi-counts.ts';
import { boundsOf, previousPeriod } from './period.ts';
import { compare } from './ratios.ts';
import { totalOf } from './revenue.ts';
import { sumRevenueByDay } from './revenue-days.ts';

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
    'Users and active tickets as they stood at the end of each period (now, if it has not ended); booked places in sessions of the period; revenue net of refunds.',
  about: 'studio',
  answer: Type.Object({
    totalUsers: Figure,
    activeTickets: Figure,
    activeBookings: Figure,
    revenue: Type.Object({ value: Minor, previous: Minor, change, currency: Type.String() }),
  }),
  load: async (db, scope, { currency }) => {
    const before = { ...scope, period: previousPeriod(scope.period) };
    const [users, value, previous] = await Promise.all([
      countUsers(db, [endOf(scope), endOf(before)]),
      figuresOf(db, scope, currency),
      figuresOf(db, before, currency),
    ]);
    return {
      totalUsers: compare(users.value, users.previous),
      activeTickets: compare(value.activeTickets, previous.activeTickets),
      activeBookings: compare(value.activeBookings, previous.activeBookings),
      revenue: { ...compare(value.revenue, previous.revenue), currency },
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

async function figuresOf(db: Database, scope: Scope, currency: string) {
  const [activeTickets, activeBookings, money] = await Promise.all([
    countActiveTickets(db, endOf(scope), scope.now),
    countPlaces(db, scope),
    sumRevenueByDay(db, scope.period),
  ]);
  const { net } = totalOf(money.filter((row) => row.currency === currency));
  return { activeTickets, activeBookings, revenue: net };
}

/** The end of the period, as far as it is known. */
function endOf({ period, now }: Scope): Temporal.Instant {
  const { until } = boundsOf(period);
  return Temporal.Instant.compare(until, now) < 0 ? until : now;
}
