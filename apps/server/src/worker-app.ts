import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import { type FastifyBaseLogger, fastify } from 'fastify';
import type { App } from './platform/http/app-types.ts';
import { healthRoutes } from './platform/http/health.ts';
import { problemPlugin } from './platform/http/problem-plugin.ts';
import type { Services } from './services.ts';

/** What a worker answers over HTTP: how it does, and nothing else. It does not listen yet. */
export async function buildWorkerApp(services: Services): Promise<App> {
  const app: App = fastify({
    loggerInstance: services.log as FastifyBaseLogger,
  }).withTypeProvider<TypeBoxTypeProvider>();
  await app.register(problemPlugin);
  healthRoutes(app, services);
  return app;
}
