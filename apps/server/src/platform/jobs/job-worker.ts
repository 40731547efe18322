import type { Job, JobResult, PgBoss } from 'pg-boss';
import type { Logger } from 'pino';
import type { RegisteredJob } from './define-job.ts';
import { jobFailures, jobSeconds } from './job-metrics.ts';
import { checkPayload, InvalidPayload } from './job-payload.ts';

/** Writes the schedules of `jobs` down for the queue, and ends those that no job has any more. */
export async function scheduleJobs(
  boss: PgBoss,
  jobs: readonly RegisteredJob[],
  studioTimeZone: string,
): Promise<void> {
  const scheduled = new Set<string>();
  for (const { definition } of jobs) {
    const { name, schedule } = definition;
    if (!schedule) continue;
    const tz = schedule.timeZone === 'studio' ? studioTimeZone : schedule.timeZone;
    await boss.schedule(name, schedule.cron, {}, { tz });
    scheduled.add(name);
  }
  for (const { name } of await boss.getSchedules()) if (!scheduled.has(name)) await boss.unschedule(name);
}

/** Starts taking jobs of one kind. */
export async function startWorker(boss: PgBoss, job: RegisteredJob, log: Logger): Promise<void> {
  const { name, schedule, batchSize = schedule ? 1 : 5 } = job.definition;
  const options = { pollingIntervalSeconds: 1, batchSize, burstWhenBatchFull: true, perJobResults: true } as const;
  await boss.work<object>(name, options, (batch) => Promise.all(batch.map((one) => runJob(job, one, log))));
}

async function runJob({ definition, handle }: RegisteredJob, job: Job<object>, log: Logger): Promise<JobResult> {
  const { id, data, signal } = job;
  const queue = definition.name;
  const stopTimer = jobSeconds.startTimer({ queue });
  try {
    checkPayload(definition, data);
    await handle(data, signal);
    return { id, status: 'completed' };
  } catch (error) {
    jobFailures.inc({ queue });
    log.error({ err: error, job: queue, jobId: id }, 'job failed');
    // Another attempt would find the same payload, so it goes to the dead letters at once.
    return { id, status: error instanceof InvalidPayload ? 'deadletter' : 'failed', output: error };
  } finally {
    stopTimer();
  }
}
