import type { FastifyInstance, FastifyRequest } from 'fastify';
import { StripeError } from './stripe-error.ts';

export interface ApiFaultSettings {
  /** Requests answered 500 before anything is done; nothing is stored, so a retry gets through. */
  failNext: number;
  /** Requests answered 500 without doing anything, with that 500 stored under the idempotency key and replayed. */
  failStoredNext: number;
  /** Requests that succeed (and are stored under their key) but are never answered. */
  hangNext: number;
  /** Only requests of this method count; null for all. */
  method: string | null;
  /** Only requests whose path begins with this count; null for all. */
  path: string | null;
}

export const noApiFaults: ApiFaultSettings = { failNext: 0, failStoredNext: 0, hangNext: 0, method: null, path: null };

type Fault = 'failNext' | 'failStoredNext' | 'hangNext';

/** What is wrong with the API at the moment; set through the control API. */
export class ApiFaults {
  settings: ApiFaultSettings = noApiFaults;

  /** Whether this request is struck; if so it is counted. */
  take(fault: Fault, request: FastifyRequest): boolean {
    const { method, path } = this.settings;
    if (this.settings[fault] === 0) return false;
    if (method !== null && method !== request.method) return false;
    if (path !== null && !request.url.startsWith(path)) return false;
    this.settings = { ...this.settings, [fault]: this.settings[fault] - 1 };
    return true;
  }
}

/** Fails requests before they execute. Register it before the idempotency hooks. */
export function failBeforeExecution(api: FastifyInstance, faults: ApiFaults): void {
  api.addHook('onRequest', async (request) => {
    if (faults.take('failNext', request)) throw serverError();
  });
}

/** Fails or hangs requests after they began to execute. Register it after the idempotency hooks. */
export function failDuringExecution(api: FastifyInstance, faults: ApiFaults): void {
  api.addHook('preHandler', async (request, reply) => {
    if (!faults.take('failStoredNext', request)) return;
    reply.header('stripe-should-retry', 'false');
    throw serverError();
  });
  api.addHook('onSend', (request, reply, _payload, done) => {
    // Never calling `done` keeps the socket open without an answer until the client gives up or the server closes.
    if (reply.statusCode >= 400 || !faults.take('hangNext', request)) done();
  });
}

function serverError(): StripeError {
  return new StripeError(500, {
    type: 'api_error',
    message: 'An unknown error occurred. (The emulator was told to answer 500.)',
  });
}
