import type { InjectOptions, LightMyRequestResponse } from 'fastify';
import { buildApp } from '../src/app.ts';
import { type Config, readConfig } from '../src/config.ts';
import type { Role } from '../src/platform/http/access.ts';
import type { App } from '../src/platform/http/app-types.ts';
import { createLogger } from '../src/platform/log.ts';
import { openServices, type Services } from '../src/services.ts';
import { expectKnownAuditFields } from './known-audit-fields.ts';
import { cloneDatabase, type TestDatabase } from './test-database.ts';

export interface TestApi extends Pick<TestDatabase, 'asOwner'> {
  app: App;
  services: Services;
  /** Sends a request through `inject`; paths are below `/api/v1`. */
  call(
    method: NonNullable<InjectOptions['method']>,
    path: string,
    options?: CallOptions,
  ): Promise<LightMyRequestResponse>;
  /** An access token of that user. */
  tokenOf(userId: string, role?: Role): string;
  close(): Promise<void>;
}

export interface CallOptions {
  token?: string;
  body?: object;
  headers?: Record<string, string>;
  cookies?: Record<string, string>;
}

/** The whole API on a database of its own, without listening. */
export async function startTestApi(overrides: Partial<Config> = {}): Promise<TestApi> {
  const database = await cloneDatabase();
  const config = testConfig(database.url, overrides);
  const services = await openServices(config, createLogger(config.logLevel), 'api');
  const app = await buildApp(services);
  await app.ready();
  return {
    app,
    services,
    asOwner: database.asOwner,
    call: (method, path, options = {}) => {
      const { token, body, headers = {}, cookies } = options;
      return app.inject({
        method,
        url: `/api/v1${path}`,
        headers: { ...headers, ...(token && { authorization: `Bearer ${token}` }) },
        ...(body && { payload: body }),
        ...(cookies && { cookies }),
      });
    },
    tokenOf: (userId, role = 'member') => services.accessTokens.sign({ userId, role, familyId: crypto.randomUUID() }),
    close: async () => {
      await expectKnownAuditFields(services.db);
      await app.close();
      await services.close();
      await database.drop();
    },
  };
}

/** Settings for tests: quiet, without rate limits. */
export function testConfig(databaseUrl: string, overrides: Partial<Config> = {}): Config {
  const defaults = readConfig({
    NODE_ENV: 'test',
    DATABASE_URL: databaseUrl,
    OPENMAT_RATE_LIMITS: 'off',
    OPENMAT_LOG_LEVEL: process.env.OPENMAT_LOG_LEVEL ?? 'silent',
  });
  return { ...defaults, ...overrides };
}
