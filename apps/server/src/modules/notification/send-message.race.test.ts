import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { fixtures } from '../../../test-support/fixtures.ts';
import { type SmtpInbox, startSmtpInbox } from '../../../test-support/smtp-inbox.ts';
import { startTestApi, type TestApi } from '../../../test-support/test-api.ts';
import { startWorkerProcess, type WorkerProcess } from '../../../test-support/worker-process.ts';
import { inTransaction } from '../../platform/db/transaction.ts';
import { recordMessages } from './record-messages.ts';

let api: TestApi;
let inbox: SmtpInbox;
const workers: WorkerProcess[] = [];
beforeAll(async () => {
  api = await startTestApi();
});
beforeEach(async () => {
  inbox = await startSmtpInbox();
});
afterEach(async () => {
  await Promise.all(workers.splice(0).map((worker) => worker.stop()));
  await inbox.close();
});
afterAll(() => api.close());

async function startWorker(): Promise<WorkerProcess> {
  const { databaseUrl } = api.services.config;
  // What a worker that could not send complains of is what these tests want.
  const env = { OPENMAT_SMTP_PORT: String(inbox.port), OPENMAT_LOG_LEVEL: 'silent' };
  const worker = await startWorkerProcess(databaseUrl, env);
  workers.push(worker);
  return worker;
}

async function welcome(): Promise<string> {
  const { db, jobs } = api.services;
  const { id: userId } = await fixtures(db).user();
  const cause = `welcome:${userId}`;
  await inTransaction(db, (tx) => recordMessages(tx, jobs, [{ userId, kind: 'welcome', cause }]));
  return (await db.selectFrom('messages').select('id').where('cause', '=', cause).executeTakeFirstOrThrow()).id;
}

const statusOf = async (id: string) =>
  (await api.services.db.selectFrom('messages').select('status').where('id', '=', id).executeTakeFirstOrThrow()).status;

test('a worker killed while it sends loses nothing: another sends the same mail within 30 seconds', async () => {
  inbox.mode = 'hang';
  const first = await startWorker();
  const id = await welcome();
  await expect.poll(() => inbox.transmitted.length, { timeout: 10_000 }).toBe(1);
  await first.kill();
  inbox.mode = 'take';
  const killedAt = performance.now();
  await startWorker();
  await inbox.waitForMails(1, 30_000);
  await expect.poll(() => statusOf(id)).toBe('sent');
  expect(performance.now() - killedAt).toBeLessThan(30_000);
  expect(inbox.mails).toHaveLength(1);
  expect(new Set(inbox.transmitted).size).toBe(1);
}, 60_000);

test('mails that were due while the mail server was down arrive when it is back, each once', async () => {
  await inbox.close();
  await startWorker();
  const ids = await Promise.all(Array.from({ length: 15 }, welcome));
  const attempted = async () =>
    (await api.services.db.selectFrom('messages').select('id').where('lastError', 'is not', null).execute()).length;
  await expect.poll(attempted, { timeout: 15_000 }).toBe(ids.length);
  inbox = await startSmtpInbox(inbox.port);
  await inbox.waitForMails(ids.length, 30_000);
  await expect.poll(async () => new Set(await Promise.all(ids.map(statusOf)))).toEqual(new Set(['sent']));
  expect(inbox.mails).toHaveLength(ids.length);
}, 60_000);
