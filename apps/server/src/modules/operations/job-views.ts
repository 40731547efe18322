import { type Static, Type } from 'typebox';
import type { CsvColumns } from '#platform/http/csv.ts';
import { Id, Instant, Nullable, OneOf } from '#platform/http/schemas.ts';
import type { FailedJob, QueueState } from '#platform/jobs/job-admin.ts';
import { maskAddresses } from '#platform/jobs/mask-addresses.ts';

const Count = Type.Integer({ minimum: 0 });

export const QueueView = Type.Object({
  name: Type.String(),
  summary: Type.String(),
  schedule: Nullable(
    Type.Object({
      cron: Type.String(),
      timeZone: Type.String({ description: 'An IANA zone, or `studio`: the studio’s own when the worker started' }),
      nextRunAt: Nullable(Instant),
    }),
  ),
  attempts: Type.Integer({ description: 'Attempts at most, with the first' }),
  waiting: { ...Count, description: 'Wait for their first attempt' },
  running: Count,
  failed: { ...Count, description: 'Failed and wait for another attempt' },
  dead: { ...Count, description: 'Given up after every attempt' },
  oldestWaitingSeconds: Nullable(
    Type.Number({ description: 'How long the oldest job that is due has waited for a worker' }),
  ),
});

export const queueColumns: CsvColumns<Static<typeof QueueView>> = {
  name: ({ name }) => name,
  summary: ({ summary }) => summary,
  cron: ({ schedule }) => schedule?.cron,
  time_zone: ({ schedule }) => schedule?.timeZone,
  next_run_at: ({ schedule }) => schedule?.nextRunAt,
  attempts: ({ attempts }) => attempts,
  waiting: ({ waiting }) => waiting,
  running: ({ running }) => running,
  failed: ({ failed }) => failed,
  dead: ({ dead }) => dead,
  oldest_waiting_seconds: ({ oldestWaitingSeconds }) => oldestWaitingSeconds,
};

export function queueView({ definition, nextRun, ...counts }: QueueState): Static<typeof QueueView> {
  const { name, summary, schedule, retryLimit } = definition;
  return {
    name,
    summary,
    schedule: schedule ? { ...schedule, nextRunAt: nextRun?.at.toString() ?? null } : null,
    attempts: retryLimit + 1,
    ...counts,
  };
}

export const FailureView = Type.Object({
  id: Id,
  queue: Type.String(),
  state: { ...OneOf(['failed', 'dead']), description: '`failed`: another attempt follows; `dead`: given up' },
  payload: Type.Object({}, { additionalProperties: true, description: 'E-mail addresses are shortened' }),
  error: Nullable(Type.String()),
  attempts: Type.Integer({ description: 'Attempts made' }),
  createdAt: Instant,
  deadAt: Nullable(Instant),
  nextAttemptAt: Nullable(Instant),
});

export const failureColumns: CsvColumns<Static<typeof FailureView>> = {
  id: ({ id }) => id,
  queue: ({ queue }) => queue,
  state: ({ state }) => state,
  payload: ({ payload }) => JSON.stringify(payload),
  error: ({ error }) => error,
  attempts: ({ attempts }) => attempts,
  created_at: ({ createdAt }) => createdAt,
  dead_at: ({ deadAt }) => deadAt,
  next_attempt_at: ({ nextAttemptAt }) => nextAttemptAt,
};

export function failureView(job: FailedJob): Static<typeof FailureView> {
  const { id, queue, state, attempts } = job;
  return {
    id,
    queue,
    state,
    payload: maskAddresses(job.payload),
    error: maskAddresses(job.error),
    attempts,
    createdAt: job.createdAt.toString(),
    deadAt: job.deadAt?.toString() ?? null,
    nextAttemptAt: job.nextAttemptAt?.toString() ?? null,
  };
}
