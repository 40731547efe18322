import { Webhook } from 'standardwebhooks';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { type StudioApi, startStudioApi } from '../../../test-support/studio-api.ts';
import { startWebhookReceiver, type WebhookReceiver } from '../../../test-support/webhook-receiver.ts';
import { startWorkerProcess, type WorkerProcess } from '../../../test-support/worker-process.ts';

let studio: StudioApi;
let receiver: WebhookReceiver;
const workers: WorkerProcess[] = [];
beforeEach(async () => {
  vi.stubEnv('OPENMAT_PRIVATE_WEBHOOKS', 'on');
  studio = await startStudioApi({ privateWebhooks: 'on' });
  receiver = await startWebhookReceiver();
});
afterEach(async () => {
  vi.unstubAllEnvs();
  for (const worker of workers.splice(0)) await worker.kill();
  await receiver.close();
  await studio.close();
});

async function startWorker(): Promise<WorkerProcess> {
  const worker = await startWorkerProcess(studio.services.config.databaseUrl);
  workers.push(worker);
  return worker;
}

const requests = (count: number) =>
  vi.waitFor(() => expect(receiver.received).toHaveLength(count), { timeout: 40_000, interval: 50 });

test('a worker that is killed while the receiver thinks: another delivers it, with the same id', {
  timeout: 90_000,
}, async () => {
  const admin = await studio.person('admin');
  const subscription = { url: receiver.url, eventTypes: ['booking.confirmed'] };
  const { id, secret } = (await admin.post('/admin/webhooks', subscription)).json();
  receiver.answer = (response, count) => void (count > 1 && response.end());
  const worker = await startWorker();
  const booking = await (await studio.person()).book((await studio.session()).id);
  await requests(1);
  await worker.kill();

  await startWorker();
  await requests(2);
  const [first, second] = receiver.received;
  expect(second?.headers['webhook-id']).toBe(first?.headers['webhook-id']);
  const told = new Webhook(secret).verify(second?.body ?? '', second?.headers as Record<string, string>);
  expect(told).toMatchObject({ type: 'booking.confirmed', data: { bookingId: booking.id, state: 'active' } });
  await vi.waitFor(async () => {
    const { items } = (await admin.get(`/admin/webhooks/${id}/deliveries`)).json();
    expect(items).toMatchObject([{ status: 'delivered', attempts: 2 }]);
  });
});
