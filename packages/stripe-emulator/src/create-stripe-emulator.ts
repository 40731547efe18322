import { join } from 'node:path';
import Fastify, { type FastifyError, type FastifyInstance } from 'fastify';
import { ApiFaults } from './api/api-faults.ts';
import { parseForm } from './api/form.ts';
import { stripeApi } from './api/stripe-api.ts';
import { StripeError } from './api/stripe-error.ts';
import { toStripeError } from './api/validation-error.ts';
import { controlApi } from './control/control-api.ts';
import type { Context } from './core/context.ts';
import { newId } from './core/ids.ts';
import { recordEvent } from './core/record-event.ts';
import { noSnapshotFile, openSnapshotFile, type SnapshotFile } from './core/snapshot-file.ts';
import { createStore, type Store } from './core/store.ts';
import { sweep } from './operations/sweep.ts';
import { developmentTiming, type EmulatorOptions, type EmulatorTiming } from './options.ts';
import { paymentPages } from './page/payment-pages.ts';
import { WebhookControls } from './webhooks/webhook-controls.ts';
import { WebhookDispatcher } from './webhooks/webhook-dispatcher.ts';

export interface StripeEmulator {
  app: FastifyInstance;
  /** Starts to serve and to deliver; resolves to the address that browsers use. */
  listen(): Promise<string>;
  /** Ends open requests and deliveries and writes the state. */
  close(): Promise<void>;
}

/** A local stand-in for Stripe; see the README for what it covers. Throws when the saved state cannot be read. */
export function createStripeEmulator(options: EmulatorOptions): StripeEmulator {
  const { port = 0, host = '127.0.0.1', clock = Date.now } = options;
  const timing = { ...developmentTiming, ...options.timing };
  const app = createServer(options);
  const { store, file } = openState(options, timing, (error) => app.log.error(error, 'The state was not saved.'));
  const controls = new WebhookControls();
  const faults = new ApiFaults();
  const dispatcher = createDispatcher(options, timing, store, controls);
  let address = `http://${host}:${port}`;
  const now = () => Math.floor(clock() / 1000);
  const context: Context = {
    store,
    now,
    origin: () => options.publicUrl?.replace(/\/$/, '') ?? address,
    settleAfterSeconds: timing.settleAfterSeconds,
    emit: (type, object) => dispatcher.enqueue(recordEvent(store, now(), type, object)),
  };
  app.register(stripeApi(context, faults), { prefix: '/v1' });
  app.register(controlApi(context, { controls, faults, dispatcher }), { prefix: '/_emulator' });
  app.register(paymentPages(context));

  let sweeper: NodeJS.Timeout | undefined;
  return {
    app,
    listen: async () => {
      address = await app.listen({ port, host });
      sweeper = setInterval(() => sweep(context), timing.sweepMs);
      dispatcher.pump();
      return context.origin();
    },
    close: async () => {
      clearInterval(sweeper);
      await dispatcher.stop();
      await app.close();
      await file.flush();
    },
  };
}

function createServer({ logger = false }: EmulatorOptions): FastifyInstance {
  const app = Fastify({
    logger,
    genReqId: () => newId('req', 14),
    bodyLimit: 256 * 1024,
    requestTimeout: 15_000,
    forceCloseConnections: true,
    routerOptions: { querystringParser: parseForm },
    // Forms carry only text: numbers and booleans are read from it, and unknown parameters are refused, not dropped.
    ajv: { customOptions: { coerceTypes: true, removeAdditional: false, allowUnionTypes: true } },
  });
  app.setErrorHandler<FastifyError | StripeError>((error, request, reply) => {
    const { status, body } = describe(error);
    if (status >= 500) request.log.error(error);
    return reply.code(status).send({ error: body });
  });
  return app;
}

function describe(error: FastifyError | StripeError): Pick<StripeError, 'status' | 'body'> {
  if (error instanceof StripeError) return error;
  const [violation] = error.validation ?? [];
  if (violation) return toStripeError(violation);
  const status = error.statusCode ?? 500;
  if (status < 500) return { status, body: { type: 'invalid_request_error', message: error.message } };
  return { status, body: { type: 'api_error', message: 'The emulator failed; see its log.' } };
}

function openState(
  { dataDir }: EmulatorOptions,
  { saveMs }: EmulatorTiming,
  onError: (error: unknown) => void,
): { store: Store; file: SnapshotFile } {
  if (dataDir === undefined) return { store: createStore({}, noSnapshotFile.touch), file: noSnapshotFile };
  const path = join(dataDir, 'stripe-emulator.json');
  const file = openSnapshotFile({ path, debounceMs: saveMs, serialize: () => JSON.stringify(store), onError });
  const store = createStore(file.read(), file.touch);
  return { store, file };
}

function createDispatcher(options: EmulatorOptions, timing: EmulatorTiming, store: Store, controls: WebhookControls) {
  return new WebhookDispatcher({
    store,
    controls,
    clock: options.clock ?? Date.now,
    url: options.webhookUrl ?? null,
    secret: options.webhookSecret,
    firstRetryMs: timing.firstRetryMs,
    maxRetryMs: timing.maxRetryMs,
    timeoutMs: timing.webhookTimeoutMs,
    reorderWindowMs: timing.reorderWindowMs,
  });
}
