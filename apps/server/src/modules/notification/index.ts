export { exportMessages } from './export-messages.ts';
export { notificationJobs } from './notification-jobs.ts';
export { notificationRoutes } from './notification-routes.ts';
