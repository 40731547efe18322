import { fastifyPlugin } from 'fastify-plugin';

/** Fastify's own limits are "none"; these end a request that is too slow in arriving, or too large. */
export const REQUEST_LIMITS = { requestTimeout: 15_000, connectionTimeout: 30_000, bodyLimit: 64 * 1024 };

/** A handler that is not done by then is answered as `busy`. */
const HANDLER_TIMEOUT_MS = 10_000;

declare module 'fastify' {
  interface FastifyContextConfig {
    /** What the handler calls ends by itself in time: the route needs no timer of its own. */
    endsInTime?: boolean;
  }
}

/**
 * Gives every route a time limit for its handler.
 *
 * By route and not for the whole server, because that could not be lifted again: Fastify's timer, signal and abort take a tenth
 * of the time of a booking, which the engine ends in time anyway.
 */
export const handlerLimitPlugin = fastifyPlugin(async (app) => {
  app.addHook('onRoute', (route) => {
    if (!route.config?.endsInTime) route.handlerTimeout ??= HANDLER_TIMEOUT_MS;
  });
});
