export { bookingAdminRoutes } from './booking-admin-routes.ts';
export { type BookingEngine, startBookingEngine } from './booking-engine.ts';
export { bookingEventsJob } from './booking-events-job.ts';
export { bookingJobDefinitions, bookingJobs } from './booking-jobs.ts';
export { bookingRoutes } from './booking-routes.ts';
export { sessionAdminRoutes } from './session-admin-routes.ts';
export { createTicketSeats } from './ticket-seats.ts';
