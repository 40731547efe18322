import { createStripeEmulator } from '@openmat/stripe-emulator';
import { sql } from 'kysely';
import Stripe from 'stripe';
import { paymentEventsJob, paymentJobs } from '../src/modules/payment/index.ts';
import { fixtures } from './fixtures.ts';
import { startTestApi, type TestApi } from './test-api.ts';

type Make = ReturnType<typeof fixtures>;
type Plan = Awaited<ReturnType<Make['plan']>>;

export interface Buyer {
  id: string;
  token: string;
}

/** The API, a Stripe of its own, and the worker's handlers called by hand: nothing happens unless the test says so. */
export interface TestShop {
  api: TestApi;
  make: Make;
  stripe: Stripe;
  buyer(): Promise<Buyer>;
  /** Starts a checkout; `plan` is a new one when absent. */
  checkout(buyer: Buyer, plan?: Plan): Promise<{ paymentId: string; checkoutUrl: string; checkoutId: string }>;
  /** Calls the emulator's control API, below `/_emulator`. */
  control(method: 'POST' | 'PUT', path: string, body?: object): Promise<{ status: number; body: { id: string } }>;
  /** Pays on the payment page. */
  pay(checkoutId: string, card?: string): Promise<void>;
  /** Stripe's events that were not delivered yet, oldest first. */
  newEvents(): Promise<Stripe.Event[]>;
  /** Sends an event to the webhook, signed as Stripe does; the status of the answer. */
  deliver(event: Stripe.Event, signature?: { secret?: string; timestamp?: number }): Promise<number>;
  /** Works off the payment jobs that are queued, once each; the number of them. */
  work(): Promise<number>;
  /** Delivers what is new and works until there is nothing left to do. */
  settle(): Promise<void>;
  /** Sets the emulator's clock that far ahead of ours. */
  setClockAhead(minutes: number): void;
  close(): Promise<void>;
}

export const cards = { success: '4242 4242 4242 4242', disputed: '4000 0000 0000 0259' };

export async function startTestShop(): Promise<TestShop> {
  const clock = { offsetMs: 0 };
  const emulator = createStripeEmulator({ webhookSecret: 'unused', clock: () => Date.now() + clock.offsetMs });
  const url = await emulator.listen();
  const api = await startTestApi({ stripeEmulatorPort: Number(new URL(url).port) });
  const { db, stripe } = api.services;
  const make = fixtures(db);
  const delivered = new Set<string>();

  const shop: TestShop = {
    api,
    make,
    stripe,
    buyer: async () => {
      const { id } = await make.user();
      return { id, token: api.tokenOf(id) };
    },
    checkout: async ({ token }, plan) => {
      const { id: planId } = plan ?? (await make.plan());
      const response = await api.call('POST', '/checkout', { token, body: { planId } });
      const { paymentId, checkoutUrl } = response.json();
      return { paymentId, checkoutUrl, checkoutId: await checkoutIdOf(paymentId) };
    },
    control: async (method, path, body = {}) => {
      const headers = { 'content-type': 'application/json' };
      const response = await fetch(`${url}/_emulator${path}`, { method, headers, body: JSON.stringify(body) });
      return { status: response.status, body: (await response.json()) as { id: string } };
    },
    pay: async (checkoutId, card = cards.success) => {
      const { status } = await shop.control('POST', `/checkout/sessions/${checkoutId}/complete`, { card });
      if (status !== 200) throw new Error(`the payment answered ${status}`);
    },
    newEvents: async () => {
      const events = await stripe.events.list({ limit: 100 }).autoPagingToArray({ limit: 1_000 });
      return events.filter(({ id }) => !delivered.has(id)).reverse();
    },
    deliver: async (event, { secret = api.services.config.stripeWebhookSecret, timestamp } = {}) => {
      delivered.add(event.id);
      const payload = JSON.stringify(event);
      const signature = Stripe.webhooks.generateTestHeaderString({ payload, secret, ...(timestamp && { timestamp }) });
      return sendWebhook(api, payload, signature);
    },
    work: async () => {
      const jobs = await takeJobs(api);
      const handlers = new Map(paymentJobs(api.services).map((job) => [job.definition.name, job.handle]));
      for (const { name, data } of jobs) await handlers.get(name)?.(data, AbortSignal.timeout(30_000));
      return jobs.length;
    },
    settle: async () => {
      let more = true;
      while (more) {
        const events = await shop.newEvents();
        for (const event of events) await shop.deliver(event);
        more = (await shop.work()) + events.length > 0;
      }
    },
    setClockAhead: (minutes) => {
      clock.offsetMs = minutes * 60_000;
    },
    close: async () => {
      await api.close();
      await emulator.close();
    },
  };
  return shop;

  async function checkoutIdOf(paymentId: string): Promise<string> {
    const payment = await db.selectFrom('payments').select('stripeCheckoutId').where('id', '=', paymentId);
    return (await payment.executeTakeFirstOrThrow()).stripeCheckoutId ?? '';
  }
}

/** Sends bytes to the webhook; the status of the answer. */
export async function sendWebhook({ app }: TestApi, payload: string, signature: string): Promise<number> {
  const headers = { 'content-type': 'application/json; charset=utf-8', 'stripe-signature': signature };
  const response = await app.inject({ method: 'POST', url: '/api/v1/stripe/webhook', headers, payload });
  return response.statusCode;
}

/** Takes the jobs of payments out of the queue, as a worker does; their events are for other modules. */
async function takeJobs({ services }: TestApi): Promise<{ name: string; data: unknown }[]> {
  const { rows } = await sql<{ name: string; data: unknown }>`
    with taken as (
      delete from pgboss.job where name like 'payment-%' and name <> ${paymentEventsJob.name} and state = 'created' returning name, data, created_on, id
    )
    select name, data from taken order by created_on, id`.execute(services.db);
  return rows;
}
