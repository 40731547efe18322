export { AdminSession, findSessionView, sessionHeadColumns } from './admin-session.ts';
export {
  beginSeriesChange,
  beginSeriesEnd,
  type ChangedSeries,
  finishSeriesChange,
  type SeriesChange,
  type SeriesFields,
  type SeriesScope,
} from './change-series.ts';
export { shareActive } from './create-session.ts';
export { Minutes } from './minutes.ts';
export type { SeriesSession } from './plan-series-change.ts';
export type { PublicAnswer, PublicAnswers } from './public-answer.ts';
export { findTimeZone } from './refuse-times.ts';
export { ScheduleCache } from './schedule-cache.ts';
export { scheduleRoutes } from './schedule-routes.ts';
export { Capacity, Day, SeriesSchema, seriesFields } from './series.ts';
export { scheduleJobDefinitions, scheduleJobs } from './series-jobs.ts';
export { calculateSessionTimes, type SessionTerms, type SessionTimes, type StudioPolicy } from './session-times.ts';
export { findStudio, policyOf } from './studio.ts';
