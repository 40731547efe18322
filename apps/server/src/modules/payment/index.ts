export { exportPayments } from './export-payments.ts';
export { type PaymentEvent, paymentEventsJob } from './payment-events-job.ts';
export { paymentJobs } from './payment-job-handlers.ts';
export { paymentJobDefinitions } from './payment-jobs.ts';
export { paymentRoutes } from './payment-routes.ts';
export { planSnapshotOf } from './plan-snapshot.ts';
