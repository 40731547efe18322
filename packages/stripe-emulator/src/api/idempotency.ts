import { createHash } from 'node:crypto';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Context } from '../core/context.ts';
import { canonicalForm } from './form.ts';
import { invalidRequest, StripeError } from './stripe-error.ts';

interface Execution {
  key: string;
  fingerprint: string;
  started: boolean;
}

/**
 * Stripe's idempotency: the first answer to a key is stored, whatever it was (a 500 too), and replayed to the same
 * parameters. Requests refused before they began to execute (unknown parameter, key in use) are not stored.
 */
export function honourIdempotencyKeys(api: FastifyInstance, { store, now }: Context): void {
  const executions = new WeakMap<FastifyRequest, Execution>();
  const inFlight = new Set<string>();

  api.addHook('preValidation', async (request, reply) => {
    const key = request.headers['idempotency-key'];
    if (request.method !== 'POST' || typeof key !== 'string' || key === '') return;
    if (key.length > 255) throw invalidRequest('Idempotency keys can be at most 255 characters long.');
    reply.header('idempotency-key', key);
    const fingerprint = fingerprintOf(request);
    const stored = store.idempotency.get(key);
    if (stored) {
      if (stored.fingerprint !== fingerprint) throw keyReused(key);
      reply.headers({ 'idempotent-replayed': 'true', 'original-request': stored.requestId });
      if (stored.status >= 500) reply.header('stripe-should-retry', 'false');
      return reply.code(stored.status).type('application/json').send(stored.body);
    }
    if (inFlight.has(key)) throw keyInUse(key);
    inFlight.add(key);
    executions.set(request, { key, fingerprint, started: false });
  });

  api.addHook('preHandler', async (request) => {
    const execution = executions.get(request);
    if (execution) execution.started = true;
  });

  api.addHook('onSend', async (request, reply, payload) => {
    const execution = executions.get(request);
    if (!execution) return;
    inFlight.delete(execution.key);
    if (!execution.started || typeof payload !== 'string') return;
    const { key: id, fingerprint } = execution;
    const answer = { requestId: request.id, status: reply.statusCode, body: payload };
    store.idempotency.put({ id, fingerprint, ...answer, createdAt: now() });
    reply.header('original-request', request.id);
  });
}

function fingerprintOf(request: FastifyRequest): string {
  const path = request.url.split('?', 1)[0];
  return createHash('sha256')
    .update(`${path}\n${canonicalForm(request.body)}`)
    .digest('base64');
}

function keyReused(key: string): StripeError {
  return new StripeError(400, {
    type: 'idempotency_error',
    message: `Keys for idempotent requests can only be used with the same endpoint and parameters they were first used with. Try using a key other than '${key}' if you meant to execute a different request.`,
  });
}

function keyInUse(key: string): StripeError {
  return new StripeError(409, {
    type: 'idempotency_error',
    code: 'idempotency_key_in_use',
    message: `There is currently another in-progress request using this idempotency key: ${key}. Please try again later.`,
  });
}
