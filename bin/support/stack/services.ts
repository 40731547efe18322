import { join } from 'node:path';
import { projectRoot } from '../project.ts';
import type { Ports } from '../settings.ts';
import type { ServiceSpec } from './managed-process.ts';
import { SERVER_FLAGS } from './server-flags.ts';
import { NEXT } from './web-build.ts';

/** `built` is what users run; `watched` reloads when sources change and shows its output. */
export type Mode = 'built' | 'watched';

export interface ServiceOptions {
  ports: Ports;
  /** Of the application's role. */
  databaseUrl: string;
  dataDir: string;
  logDir: string;
  mode: Mode;
  /** On top of this process's environment. */
  env?: NodeJS.ProcessEnv;
}

/** How each program of ours is started; they learn everything from their environment. */
export function serviceSpecs(options: ServiceOptions) {
  const { ports, mode, logDir } = options;
  const env = serviceEnvironment(options);
  const common = (name: string) => ({
    env,
    logFile: join(logDir, `${name}.log`),
    ...(mode === 'watched' && { echo: name.padEnd(6) }),
  });
  const node = [process.execPath, ...(mode === 'watched' ? ['--watch', '--watch-preserve-output'] : [])] as const;
  // Next.js calls every loopback address `localhost`: under the name of a number it takes its own rewrites for another
  // server's and redirects in circles.
  const webArgs = [mode === 'watched' ? 'dev' : 'start', '--port', String(ports.web), '--hostname', 'localhost'];
  return {
    stripe: {
      ...common('stripe'),
      title: 'the Stripe emulator',
      command: [...node, 'packages/stripe-emulator/src/main.ts'],
      ready: { url: `http://127.0.0.1:${ports.stripe}/_emulator/events` },
    },
    inbox: {
      ...common('inbox'),
      title: 'the mail inbox',
      command: [process.execPath, 'bin/support/stack/mail-inbox.ts'],
      ready: 'message',
    },
    api: {
      ...common('api'),
      title: 'the API',
      command: [...node, ...SERVER_FLAGS, 'apps/server/src/main.ts', '--role', 'api'],
      ready: { url: `http://127.0.0.1:${ports.api}/readyz` },
    },
    worker: {
      ...common('worker'),
      title: 'the worker',
      command: [...node, 'apps/server/src/main.ts', '--role', 'worker'],
      ready: 'message',
    },
    web: {
      ...common('web'),
      title: 'the web app',
      // Where localhost is `::1` first, nothing would listen on 127.0.0.1 otherwise.
      command: [process.execPath, '--dns-result-order=ipv4first', join(projectRoot, NEXT), ...webArgs],
      cwd: 'apps/web',
      ready: { url: `http://127.0.0.1:${ports.web}/` },
    },
  } satisfies Record<string, ServiceSpec>;
}

function serviceEnvironment({ ports, databaseUrl, dataDir, env }: ServiceOptions): NodeJS.ProcessEnv {
  const api = `http://127.0.0.1:${ports.api}`;
  return {
    DATABASE_URL: databaseUrl,
    // Empty, because what is absent would be read from .env: no service needs the owner's password.
    OPENMAT_MIGRATION_DATABASE_URL: '',
    OPENMAT_DATA_DIR: dataDir,
    OPENMAT_API_PORT: String(ports.api),
    OPENMAT_WEB_PORT: String(ports.web),
    OPENMAT_STRIPE_PORT: String(ports.stripe),
    OPENMAT_MAIL_PORT: String(ports.mail),
    OPENMAT_SMTP_PORT: String(ports.smtp),
    OPENMAT_WEB_URL: process.env.OPENMAT_WEB_URL || `http://localhost:${ports.web}`,
    OPENMAT_API_URL: api,
    OPENMAT_STRIPE_WEBHOOK_URL: `${api}/api/v1/stripe/webhook`,
    NEXT_TELEMETRY_DISABLED: '1',
    ...env,
  };
}
