import rateLimit, { normalizeIP } from '@fastify/rate-limit';
import { fastifyPlugin } from 'fastify-plugin';
import { AppError } from './app-error.ts';

/** Requests per minute and process. A whole studio, and a web server that renders pages, may share one address. */
const PER_MEMBER = 600;
const PER_ADDRESS = 3_000;

/** Counters kept; the least recently used is dropped. */
const COUNTERS = 20_000;

/**
 * Limits requests per member, or per address where nobody is signed in; a route may have a limit of its own.
 *
 * Counted in memory: a precise count over all processes would cost every booking a round trip. Register it after the
 * guards, so that it counts whoever the token really belongs to.
 */
export const rateLimitPlugin = fastifyPlugin(async (app) => {
  await app.register(rateLimit, {
    max: (request) => (request.actor ? PER_MEMBER : PER_ADDRESS),
    timeWindow: 60_000,
    cache: COUNTERS,
    keyGenerator: (request) => request.actor?.userId ?? normalizeIP(request.ip),
    errorResponseBuilder: (_request, { ttl }) =>
      new AppError('rate_limited', { retryAfterSeconds: Math.ceil(ttl / 1_000) }),
    // A number on every answer is of no use to a member's phone.
    addHeadersOnExceeding: { 'x-ratelimit-limit': false, 'x-ratelimit-remaining': false, 'x-ratelimit-reset': false },
  });
});
