export { ScheduleCache } from './schedule-cache.ts';
export { calculateSessionTimes, type SessionTerms, type SessionTimes, type StudioPolicy } from './session-times.ts';
