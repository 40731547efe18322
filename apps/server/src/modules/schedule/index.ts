export { findSessionView, SessionViewSchema } from './admin-session.ts';
export type { PublicAnswer, PublicAnswers } from './public-answer.ts';
export { ScheduleCache } from './schedule-cache.ts';
export { scheduleRoutes } from './schedule-routes.ts';
export { scheduleJobDefinitions, scheduleJobs } from './series-jobs.ts';
export { calculateSessionTimes, type SessionTerms, type SessionTimes, type StudioPolicy } from './session-times.ts';
export { findStudio, policyOf } from './studio.ts';
