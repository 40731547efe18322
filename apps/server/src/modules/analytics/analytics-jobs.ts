import { Type } from 'typebox';
import { defineJob, handleJob, type RegisteredJob } from '#platform/jobs/define-job.ts';
import type { AnalyticsDeps } from './analytics-deps.ts';
import { keepSessionWaits } from './session-waits.ts';
import { keepTicketDays } from './ticket-days.ts';
import { keepVisitMonths } from './visit-months.ts';

const nightly = (name: string, summary: string, cron: string) =>
  defineJob({
    name,
    summary,
    payload: Type.Object({}),
    retryLimit: 3,
    retryDelaySeconds: 60,
    schedule: { cron, timeZone: 'studio' },
  });

const keepVisitMonthsJob = nightly(
  'analytics-visit-months',
  'Writes down in which months members came, for the retention chart.',
  '17 3 * * *',
);

const keepSessionWaitsJob = nightly(
  'analytics-session-waits',
  'Writes down how many waited for past sessions and got no place, for the demand chart.',
  '27 3 * * *',
);

const keepTicketDaysJob = nightly(
  'analytics-ticket-days',
  'Writes down what became of tickets on each day, for the figures and the ticket usage chart.',
  '37 3 * * *',
);

export const analyticsJobDefinitions = [keepVisitMonthsJob, keepSessionWaitsJob, keepTicketDaysJob];

export function analyticsJobs({ db }: AnalyticsDeps): RegisteredJob[] {
  return [
    handleJob(keepVisitMonthsJob, () => keepVisitMonths(db, Temporal.Now.instant())),
    handleJob(keepSessionWaitsJob, () => keepSessionWaits(db, Temporal.Now.instant())),
    handleJob(keepTicketDaysJob, () => keepTicketDays(db, Temporal.Now.instant())),
  ];
}
