export { buildCalendar } from './build-calendar.ts';
export { calendarRoutes } from './calendar-routes.ts';
export { deleteFeed } from './feed-store.ts';
export { exportCalendarFeed } from './member-data.ts';
export { eventUid, sessionContent } from './session-rows.ts';
