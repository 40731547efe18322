import { Type } from 'typebox';
import { defineJob, handleJob, type RegisteredJob } from '#platform/jobs/define-job.ts';
import type { AnalyticsDeps } from './analytics-deps.ts';
import { keepSessionWaits } from './session-waits.ts';
import { keepTicketDays } from './ticket-days.ts';
import { keepVisitMonths } from './visit-months.ts';

const keepVisitMonthsJob = defineJob({
  name: 'analytics-visit-months',
  summary: 'Writes down in which months members came, for the retention chart.',
  payload: Type.Object({}),
  retryLimit: 3,
  retryDelaySeconds: 60,
  schedule: { cron: '17 3 * * *', timeZone: 'studio' },
});

const keepSessionWaitsJob = defineJob({
  name: 'analytics-session-waits',
  summary: 'Writes down how many waited for past sessions and got no place, for the demand chart.',
  payload: Type.Object({}),
  retryLimit: 3,
  retryDelaySeconds: 60,
  schedule: { cron: '27 3 * * *', timeZone: 'studio' },
});

const keepTicketDaysJob = defineJob({
  name: 'analytics-ticket-days',
  summary: 'Writes down what became of tickets on each day, for the figures and the ticket usage chart.',
  payload: Type.Object({}),
  retryLimit: 3,
  retryDelaySeconds: 60,
  schedule: { cron: '37 3 * * *', timeZone: 'studio' },
});

export const analyticsJobDefinitions = [keepVisitMonthsJob, keepSessionWaitsJob, keepTicketDaysJob];

export function analyticsJobs({ db }: AnalyticsDeps): RegisteredJob[] {
  return [
    handleJob(keepVisitMonthsJob, () => keepVisitMonths(db, Temporal.Now.instant())),
    handleJob(keepSessionWaitsJob, () => keepSessionWaits(db, Temporal.Now.instant())),
    handleJob(keepTicketDaysJob, () => keepTicketDays(db, Temporal.Now.instant())),
  ];
}
