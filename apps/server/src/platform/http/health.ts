import { sql } from 'kysely';
import { collectDefaultMetrics, register } from 'prom-client';
import type { Database } from '../db/database.ts';
import { queueGauges } from '../jobs/job-metrics.ts';
import type { JobQueue } from '../jobs/job-queue.ts';
import { AppError } from './app-error.ts';
import type { App } from './app-types.ts';

interface HealthDeps {
  db: Database;
  jobs: JobQueue;
}

/** `/healthz`: the process lives. `/readyz`: it can serve (database, migrations, queue). `/metrics`: Prometheus. */
export function healthRoutes(app: App, { db, jobs }: HealthDeps): void {
  const options = { schema: { hide: true }, config: { access: 'public' }, logLevel: 'warn' } as const;

  app.get('/healthz', options, async () => ({ status: 'ok' }));

  app.get('/readyz', options, async () => {
    try {
      // Reading the newest table proves the connection and the migrations at once.
      await Promise.all([sql`select 1 from promotion_log limit 1`.execute(db), jobs.ping()]);
    } catch (cause) {
      throw new AppError('busy', { detail: 'The database or the job queue is not ready', cause });
    }
    return { status: 'ready' };
  });

  if (!register.getSingleMetric('process_cpu_user_seconds_total')) collectDefaultMetrics();
  const readQueueGauges = queueGauges(
    db,
    jobs.definitions.map(({ name }) => name),
  );
  app.get('/metrics', options, async (_request, reply) => {
    await readQueueGauges();
    return reply.type(register.contentType).send(await register.metrics());
  });
}
