import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestApi, type TestApi } from '../test-support/test-api.ts';
import type { App } from './platform/http/app-types.ts';
import { jobFailures, jobSeconds } from './platform/jobs/job-metrics.ts';
import { buildWorkerApp } from './worker-app.ts';

let api: TestApi;
let worker: App;
beforeAll(async () => {
  api = await startTestApi();
  worker = await buildWorkerApp(api.services);
});
afterAll(async () => {
  await worker.close();
  await api.close();
});

test.each(['/healthz', '/readyz', '/metrics'])('a worker answers %s', async (url) => {
  expect((await worker.inject(url)).statusCode).toBe(200);
});

test('and nothing of the API', async () => {
  expect((await worker.inject('/api/v1/studio')).json()).toMatchObject({ code: 'not_found' });
});

test('the metrics tell how each queue stands, what its jobs took and how often they failed', async () => {
  jobSeconds.observe({ queue: 'booking-events' }, 0.02);
  jobFailures.inc({ queue: 'booking-events' });
  await sql`
    insert into pgboss.job (name, data, state, start_after) values
      ('booking-events', '{}', 'created', now() - interval '90 seconds'), ('booking-events', '{}', 'retry', now() + interval '1 hour')
  `.execute(api.services.db);
  // A process that has not read the gauges yet.
  const fresh = await buildWorkerApp(api.services);
  const { body } = await fresh.inject('/metrics');
  await fresh.close();
  expect(body).toContain('openmat_jobs{queue="booking-events",state="waiting"} 1');
  expect(body).toContain('openmat_jobs{queue="booking-events",state="failed"} 1');
  expect(body).toContain('openmat_jobs{queue="payment-reconcile",state="dead"} 0');
  expect(body).toMatch(/openmat_job_oldest_waiting_seconds\{queue="booking-events"\} 9\d\./);
  expect(body).toContain('openmat_job_seconds_count{queue="booking-events"} 1');
  expect(body).toContain('openmat_job_failures_total{queue="booking-events"} 1');
});
