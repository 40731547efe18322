import type { Routes } from '#platform/http/app-types.ts';
import type { AnalyticsDeps } from './analytics-deps.ts';
import { attendance } from './attendance.ts';
import { bookingsByWeekday } from './bookings-by-weekday.ts';
import { addChart } from './chart.ts';
import { demand } from './demand.ts';
import { kpis } from './kpis.ts';
import { policyLabRoutes } from './policy-lab/policy-lab-routes.ts';
import { popularClasses } from './popular-classes.ts';
import { registrations } from './registrations.ts';
import { retention } from './retention.ts';
import { revenue } from './revenue.ts';
import { ticketUsage } from './ticket-usage.ts';
import { utilization } from './utilization.ts';

/** What the studio can learn about itself; docs/analytics.md says how everything is counted. */
export function analyticsRoutes(deps: AnalyticsDeps): Routes {
  return (app) => {
    addChart(app, deps, kpis);
    addChart(app, deps, registrations);
    addChart(app, deps, revenue);
    addChart(app, deps, bookingsByWeekday);
    addChart(app, deps, popularClasses);
    addChart(app, deps, utilization);
    addChart(app, deps, demand);
    addChart(app, deps, attendance);
    addChart(app, deps, ticketUsage);
    addChart(app, deps, retention);
    policyLabRoutes(deps)(app);
  };
}
