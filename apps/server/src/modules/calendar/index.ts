export { buildCalendar, type Calendar, type CalendarEvent, type CalendarPerson } from './build-calendar.ts';
