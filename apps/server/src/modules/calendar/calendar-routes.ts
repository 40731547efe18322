import type { Routes } from '#platform/http/app-types.ts';
import type { CalendarDeps } from './calendar-deps.ts';
import { privateFeedRoutes } from './private-feed-routes.ts';
import { publicFeedRoutes } from './public-feed-routes.ts';

/** Calendars to subscribe to: the schedule, a class, a member's own bookings. */
export function calendarRoutes(deps: CalendarDeps): Routes {
  return (app) => {
    for (const routes of [publicFeedRoutes, privateFeedRoutes]) routes(deps)(app);
  };
}
