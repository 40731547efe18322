import { randomUUIDv7 } from 'node:crypto';
import cookie from '@fastify/cookie';
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import { type FastifyBaseLogger, fastify, LogController } from 'fastify';
import { analyticsRoutes } from '#modules/analytics/index.ts';
import { auditRoutes } from '#modules/audit/index.ts';
import {
  attendanceRoutes,
  bookingAdminRoutes,
  bookingOverviewRoutes,
  bookingRoutes,
  seriesAdminRoutes,
  sessionAdminRoutes,
  ticketRevocationRoutes,
} from '#modules/booking/index.ts';
import { calendarRoutes } from '#modules/calendar/index.ts';
import { authenticationPlugin, identityRoutes } from '#modules/identity/index.ts';
import { memberRoutes } from '#modules/member/index.ts';
import { notificationRoutes } from '#modules/notification/index.ts';
import { jobAdminRoutes } from '#modules/operations/index.ts';
import { paymentRoutes } from '#modules/payment/index.ts';
import { scheduleRoutes } from '#modules/schedule/index.ts';
import { ticketRoutes } from '#modules/ticket/index.ts';
import { webhookRoutes } from '#modules/webhook/index.ts';
import { memberHooks } from './member-hooks.ts';
import type { App } from './platform/http/app-types.ts';
import { drainPlugin } from './platform/http/drain.ts';
import { formats } from './platform/http/formats.ts';
import { healthRoutes } from './platform/http/health.ts';
import { handlerLimitPlugin, REQUEST_LIMITS } from './platform/http/limits.ts';
import { openApiPlugin } from './platform/http/openapi.ts';
import { problemPlugin } from './platform/http/problem-plugin.ts';
import { rateLimitPlugin } from './platform/http/rate-limits.ts';
import { responseHeadersPlugin } from './platform/http/response-headers.ts';
import { Problem } from './platform/http/schemas.ts';
import { validatorCompiler } from './platform/http/validator.ts';
import { withoutSecrets } from './platform/log.ts';
import type { Services } from './services.ts';

/** Builds the HTTP API on open services; it does not listen yet. */
export async function buildApp(services: Services): Promise<App> {
  const { config, log } = services;
  const app: App = fastify({
    ...REQUEST_LIMITS,
    loggerInstance: log as FastifyBaseLogger,
    trustProxy: config.trustProxy,
    // One line per request is enough; it is written below when the answer is out.
    logController: new LogController({ disableRequestLogging: true }),
    genReqId: () => randomUUIDv7(),
    requestIdHeader: false,
    // An idle keep-alive connection outlives the reverse proxy's own, so the proxy never writes into a closed one.
    keepAliveTimeout: 75_000,
    return503OnClosing: true,
    serializerOpts: { ajv: { formats } },
  }).withTypeProvider<TypeBoxTypeProvider>();
  app.setValidatorCompiler(validatorCompiler);
  app.addSchema(Problem);
  app.addHook('onResponse', (request, reply, done) => {
    const { method, ip } = request;
    const url = withoutSecrets(request.url);
    request.log.info({ method, url, ip, status: reply.statusCode, ms: Math.round(reply.elapsedTime) }, 'request');
    done();
  });
  await app.register(responseHeadersPlugin);
  await app.register(handlerLimitPlugin);
  await app.register(drainPlugin);
  await app.register(problemPlugin);
  await app.register(cookie);
  await app.register(openApiPlugin);
  await app.register(async (root) => healthRoutes(root, services));
  await app.register(
    async (api) => {
      // Again, because a scope that adds schemas of its own falls back to Fastify's validator, which coerces bodies.
      api.setValidatorCompiler(validatorCompiler);
      await api.register(authenticationPlugin, services);
      if (config.rateLimits === 'on') await api.register(rateLimitPlugin);
      identityRoutes(services, memberHooks(services))(api as App);
      memberRoutes(services)(api as App);
      scheduleRoutes(services)(api as App);
      bookingRoutes(services)(api as App);
      bookingAdminRoutes(services)(api as App);
      bookingOverviewRoutes(services)(api as App);
      attendanceRoutes(services)(api as App);
      sessionAdminRoutes(services)(api as App);
      seriesAdminRoutes(services)(api as App);
      ticketRevocationRoutes(services)(api as App);
      notificationRoutes(services)(api as App);
      ticketRoutes(services)(api as App);
      paymentRoutes(services)(api as App);
      calendarRoutes(services)(api as App);
      webhookRoutes(services)(api as App);
      jobAdminRoutes(services)(api as App);
      analyticsRoutes(services)(api as App);
      auditRoutes(services)(api as App);
    },
    { prefix: '/api/v1' },
  );
  return app;
}
