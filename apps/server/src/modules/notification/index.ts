export { exportMessages } from './export-messages.ts';
export { forgetMember } from './forget-member.ts';
export { notificationJobDefinitions, notificationJobs } from './notification-jobs.ts';
export { notificationRoutes } from './notification-routes.ts';
