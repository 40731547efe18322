import { type Static, type TSchema, Type } from 'typebox';

/** One setting: the environment variable, what it may be, and what it is when absent. */
export interface Setting<T extends TSchema = TSchema> {
  env: string;
  schema: T;
  description: string;
  /** Used when the variable is absent; a setting without one is required. */
  default?: Static<T> | null;
  /** Kept out of logs. */
  secret?: boolean;
  /** Production refuses this value. */
  refusedInProduction?: (value: Static<T> | null) => boolean;
}

const setting = <T extends TSchema>(spec: Setting<T>): Setting<T> => spec;
const Port = Type.Integer({ minimum: 1, maximum: 65_535 });
const Secret = Type.String({ minLength: 32 });
const isDevelopmentSecret = (value: unknown) => String(value).includes('development');

/** Every setting of the server. `.env.example` is tested against this list. */
export const settings = {
  environment: setting({
    env: 'NODE_ENV',
    schema: Type.Enum(['development', 'test', 'production']),
    default: 'development',
    description: '`production` refuses development secrets, the demo data and the Stripe emulator.',
  }),
  databaseUrl: setting({
    env: 'DATABASE_URL',
    schema: Type.String({ pattern: '^postgres(ql)?://' }),
    secret: true,
    description: 'PostgreSQL 18 or newer. `npm start` sets it to the embedded server when it is absent.',
  }),
  databasePoolSize: setting({
    env: 'OPENMAT_DATABASE_POOL_SIZE',
    schema: Type.Integer({ minimum: 2, maximum: 200 }),
    default: 10,
    description: 'Connections per process, besides those of the booking lanes and the job queue.',
  }),
  bookingLanes: setting({
    env: 'OPENMAT_BOOKING_LANES',
    schema: Type.Integer({ minimum: 1, maximum: 8 }),
    default: 2,
    description: 'Connections of the booking engine; those after the first work only while many commands wait.',
  }),
  apiHost: setting({
    env: 'OPENMAT_API_HOST',
    schema: Type.String({ minLength: 1 }),
    default: '127.0.0.1',
    description: 'Address the API listens on.',
  }),
  apiPort: setting({ env: 'OPENMAT_API_PORT', schema: Port, default: 4000, description: 'Port of the API.' }),
  workerPort: setting({
    env: 'OPENMAT_WORKER_PORT',
    schema: Port,
    default: null,
    description:
      'Port on OPENMAT_API_HOST on which the worker answers health checks and metrics; without it, it does not listen.',
  }),
  webUrl: setting({
    env: 'OPENMAT_WEB_URL',
    schema: Type.String({ pattern: '^https?://[^/]+$' }),
    default: 'http://localhost:3000',
    description: 'Where members open the web app: scheme, host and port, without a path. Used in links and redirects.',
    refusedInProduction: (value) => !String(value).startsWith('https://'),
  }),
  trustProxy: setting({
    env: 'OPENMAT_TRUST_PROXY',
    schema: Type.String(),
    default: 'loopback',
    description: 'Addresses of reverse proxies whose X-Forwarded-For is believed, comma-separated.',
  }),
  accessTokenSecret: setting({
    env: 'OPENMAT_ACCESS_TOKEN_SECRET',
    schema: Secret,
    default: 'development-access-token-secret-0000000000',
    secret: true,
    description: 'Signs access tokens; at least 32 characters.',
    refusedInProduction: isDevelopmentSecret,
  }),
  refreshTokenSecret: setting({
    env: 'OPENMAT_REFRESH_TOKEN_SECRET',
    schema: Secret,
    default: 'development-refresh-token-secret-000000000',
    secret: true,
    description: 'Signs refresh tokens; at least 32 characters and different from the access secret.',
    refusedInProduction: isDevelopmentSecret,
  }),
  stripeSecretKey: setting({
    env: 'STRIPE_SECRET_KEY',
    schema: Type.String({ pattern: '^(sk|rk)_' }),
    default: null,
    secret: true,
    description: 'Talks to Stripe itself; without it to the emulator.',
    refusedInProduction: (value) => value === null,
  }),
  stripeWebhookSecret: setting({
    env: 'STRIPE_WEBHOOK_SECRET',
    schema: Type.String({ pattern: '^whsec_' }),
    default: 'whsec_openmat_development',
    secret: true,
    description: 'Verifies that a webhook comes from Stripe.',
    refusedInProduction: isDevelopmentSecret,
  }),
  stripeEmulatorPort: setting({
    env: 'OPENMAT_STRIPE_PORT',
    schema: Port,
    default: 4010,
    description: 'Port of the Stripe emulator, used when STRIPE_SECRET_KEY is absent.',
  }),
  smtpUrl: setting({
    env: 'OPENMAT_SMTP_URL',
    schema: Type.String({ pattern: '^smtps?://' }),
    default: null,
    secret: true,
    description: 'SMTP server, as smtp://user:password@host:587; without it the inbox that `npm start` runs.',
    refusedInProduction: (value) => value === null,
  }),
  smtpPort: setting({
    env: 'OPENMAT_SMTP_PORT',
    schema: Port,
    default: 4025,
    description: 'SMTP port of the inbox of `npm start`, used when OPENMAT_SMTP_URL is absent.',
  }),
  mailFrom: setting({
    env: 'OPENMAT_MAIL_FROM',
    schema: Type.String({ pattern: '^\\S+@\\S+$' }),
    default: 'studio@openmat.local',
    description: "Address that mails come from; the studio's name is put before it.",
    refusedInProduction: (value) => String(value).endsWith('.local'),
  }),
  mailPerSecond: setting({
    env: 'OPENMAT_MAIL_PER_SECOND',
    schema: Type.Integer({ minimum: 1, maximum: 1_000 }),
    default: 10,
    description: 'Mails a worker sends per second at most.',
  }),
  privateWebhooks: setting({
    env: 'OPENMAT_PRIVATE_WEBHOOKS',
    schema: Type.Enum(['on', 'off']),
    default: 'off',
    description: '`on` lets outgoing webhooks reach private addresses: for development and tests.',
    refusedInProduction: (value) => value === 'on',
  }),
  rateLimits: setting({
    env: 'OPENMAT_RATE_LIMITS',
    schema: Type.Enum(['on', 'off']),
    default: 'on',
    description: '`off` is for benchmarks and tests.',
    refusedInProduction: (value) => value === 'off',
  }),
  logLevel: setting({
    env: 'OPENMAT_LOG_LEVEL',
    schema: Type.Enum(['trace', 'debug', 'info', 'warn', 'error', 'silent']),
    default: 'info',
    description: 'The least severe log line that is written.',
  }),
  demoPassword: setting({
    env: 'OPENMAT_DEMO_PASSWORD',
    schema: Type.String({ minLength: 12, maxLength: 128 }),
    default: 'let-me-in-openmat',
    secret: true,
    description: 'Password of the demo accounts.',
  }),
} as const;
