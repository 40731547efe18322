import { Type } from 'typebox';
import type { Database } from '#platform/db/database.ts';
import type { Scope } from './analytics-query.ts';
import { defineChart } from './chart.ts';
import { Minor } from './chart-schemas.ts';
import { countActiveTickets, countPlaces, countUsers } from './kpi-counts.ts';
import { boundsOf, type Period, previousPeriod } from './period.ts';
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
    const [value, previous] = await Promise.all([
      figuresOf(db, scope, currency),
      figuresOf(db, { ...scope, period: previousPeriod(scope.period) }, currency),
    ]);
    return {
      totalUsers: compare(value.totalUsers, previous.totalUsers),
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

async function figuresOf(db: Database, { period, now, filter }: Scope, currency: string) {
  const end = endOf(period, now);
  const [totalUsers, activeTickets, activeBookings, money] = await Promise.all([
    countUsers(db, end),
    countActiveTickets(db, end, now),
    countPlaces(db, { period, now, filter }),
    sumRevenueByDay(db, period),
  ]);
  const { net } = totalOf(money.filter((row) => row.currency === currency));
  return { totalUsers, activeTickets, activeBookings, revenue: net };
}

/** The end of a period, as far as it is known. */
function endOf(period: Period, now: Temporal.Instant): Temporal.Instant {
  const { until } = boundsOf(period);
  return Temporal.Instant.compare(until, now) < 0 ? until : now;
}
