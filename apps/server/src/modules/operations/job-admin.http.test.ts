import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { queuedJobs } from '../../../test-support/queued-jobs.ts';
import { type Person, type StudioApi, startStudioApi } from '../../../test-support/studio-api.ts';
import { DEAD_LETTERS } from '../../platform/jobs/define-job.ts';

let api: StudioApi;
let admin: Person;
beforeAll(async () => {
  api = await startStudioApi();
  admin = await api.person('admin');
});
afterAll(() => api.close());
beforeEach(async () => {
  await sql`delete from pgboss.job`.execute(api.db);
});

const QUEUE = 'identity-password-reset';
const wish = { email: 'anna@example.org' };

/** A job that was given up, as the queue leaves it behind; newer ones have a greater `at`. */
async function deadLetter({ queue = QUEUE, payload = wish as object, at = 0 } = {}): Promise<string> {
  const { rows } = await sql<{ id: string }>`
    insert into pgboss.job (name, data, dead_letter, created_on, source_name, source_created_on, source_retry_count, source_output)
    values (${DEAD_LETTERS}, ${JSON.stringify(payload)}, null, now() + ${at} * interval '1 second', ${queue},
      now() - interval '1 hour', 5, ${JSON.stringify({ message: `refused for ${wish.email}`, stack: 'secret' })})
    returning id`.execute(api.db);
  return rows[0]?.id ?? '';
}

const failures = async (query = '') => (await admin.get(`/admin/jobs/failures${query}`)).json();
const auditOf = (id: string) =>
  api.db
    .selectFrom('auditLog')
    .select(['action', 'actorId', 'before', 'after'])
    .where('entity', '=', 'job')
    .where('entityId', '=', id)
    .execute();

test('the overview names every kind of work, what it does and how it stands', async () => {
  await deadLetter();
  await sql`
    insert into pgboss.job (name, data, state, start_after) values
      (${QUEUE}, '{}', 'created', now() - interval '90 seconds'), (${QUEUE}, '{}', 'created', now() + interval '1 hour'),
      (${QUEUE}, '{}', 'retry', now() + interval '1 hour'), (${QUEUE}, '{}', 'active', now()), (${QUEUE}, '{}', 'completed', now())
  `.execute(api.db);
  const { items } = (await admin.get('/admin/jobs')).json();
  expect(items.map(({ name }: { name: string }) => name)).toEqual(
    api.services.jobs.definitions.map(({ name }) => name),
  );
  expect(items.find(({ name }: { name: string }) => name === QUEUE)).toEqual({
    name: QUEUE,
    summary: expect.stringContaining('password'),
    schedule: null,
    attempts: 6,
    waiting: 2,
    running: 1,
    failed: 1,
    dead: 1,
    oldestWaitingSeconds: expect.closeTo(90, 0),
  });
  expect(items.find(({ name }: { name: string }) => name === 'booking-close-lists')).toMatchObject({
    schedule: { cron: '* * * * *', timeZone: 'UTC', nextRunAt: null },
    oldestWaitingSeconds: null,
  });
});

test('failures tell what failed and why, and shorten addresses', async () => {
  const id = await deadLetter();
  expect(await failures()).toEqual({
    items: [
      {
        id,
        queue: QUEUE,
        state: 'dead',
        payload: { email: 'a***@example.org' },
        error: 'refused for a***@example.org',
        attempts: 6,
        createdAt: expect.any(String),
        deadAt: expect.any(String),
        nextAttemptAt: null,
      },
    ],
    nextCursor: null,
  });
});

test('a job that will be tried again is on the list, too, and cannot be taken off', async () => {
  const { rows } = await sql<{ id: string }>`
    insert into pgboss.job (name, data, state, output, retry_count) values (${QUEUE}, '{}', 'retry', '{"message": "no"}', 1)
    returning id`.execute(api.db);
  const id = rows[0]?.id;
  expect((await failures()).items).toMatchObject([{ id, state: 'failed', attempts: 2, error: 'no', deadAt: null }]);
  expect((await admin.delete(`/admin/jobs/${id}`)).statusCode).toBe(404);
});

test('failures come newest first, page by page, and by queue', async () => {
  const ids = [];
  for (const at of [0, 1, 2]) ids.unshift(await deadLetter({ at }));
  await deadLetter({ queue: 'payment-reconcile', payload: {}, at: 3 });
  const first = await failures(`?queue=${QUEUE}&limit=2`);
  const second = await failures(`?queue=${QUEUE}&limit=2&cursor=${first.nextCursor}`);
  expect([...first.items, ...second.items].map(({ id }) => id)).toEqual(ids);
  expect(second.nextCursor).toBeNull();
  expect((await failures()).items).toHaveLength(4);
  expect((await admin.get('/admin/jobs/failures?cursor=nonsense')).json()).toMatchObject({ code: 'validation_failed' });
});

test('a retry puts the job back into its queue, once, also when two admins tap at once', async () => {
  const id = await deadLetter();
  const answers = await Promise.all([1, 2].map(() => admin.post(`/admin/jobs/${id}/retry`)));
  expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([204, 404]);
  expect(await queuedJobs(api.db, { name: QUEUE } as never)).toEqual([wish]);
  expect((await failures()).items).toEqual([]);
  expect(await auditOf(id)).toEqual([
    { action: 'job.retry', actorId: admin.id, before: null, after: { queue: QUEUE } },
  ]);
});

test('what nobody works off any more can only be deleted', async () => {
  const id = await deadLetter({ queue: 'of-an-older-release' });
  expect((await admin.post(`/admin/jobs/${id}/retry`)).json()).toMatchObject({ code: 'not_found' });
  expect((await failures()).items).toHaveLength(1);
  expect((await admin.delete(`/admin/jobs/${id}`)).statusCode).toBe(204);
  expect((await failures()).items).toEqual([]);
});

test('a deleted job is gone, and who deleted it is known', async () => {
  const id = await deadLetter();
  expect((await admin.delete(`/admin/jobs/${id}`)).statusCode).toBe(204);
  expect((await admin.delete(`/admin/jobs/${id}`)).statusCode).toBe(404);
  expect((await admin.post(`/admin/jobs/${id}/retry`)).statusCode).toBe(404);
  expect(await auditOf(id)).toEqual([
    {
      action: 'job.delete',
      actorId: admin.id,
      before: { queue: QUEUE, error: 'refused for a***@example.org' },
      after: null,
    },
  ]);
});

test('only admins may look', async () => {
  const staff = await api.person('staff');
  expect((await staff.get('/admin/jobs')).statusCode).toBe(403);
  expect((await staff.get('/admin/jobs/failures')).statusCode).toBe(403);
});
