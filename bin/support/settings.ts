import { join, resolve } from 'node:path';
import { projectRoot } from './project.ts';

/** What listens, and the environment variable that chooses its port. */
export const portSettings = {
  web: { env: 'OPENMAT_WEB_PORT', port: 3000, title: 'the web app' },
  api: { env: 'OPENMAT_API_PORT', port: 4000, title: 'the API' },
  stripe: { env: 'OPENMAT_STRIPE_PORT', port: 4010, title: 'the Stripe emulator' },
  mail: { env: 'OPENMAT_MAIL_PORT', port: 4020, title: 'the mail inbox' },
  smtp: { env: 'OPENMAT_SMTP_PORT', port: 4025, title: 'SMTP of the mail inbox' },
  postgres: { env: 'OPENMAT_PG_PORT', port: 4032, title: 'PostgreSQL' },
} as const;

export type PortName = keyof typeof portSettings;
export type Ports = Readonly<Record<PortName, number>>;

/** A mistake of the user, or a state of the machine, that the message explains in full; no stack trace helps. */
export class UserError extends Error {}

/** The two ways into one database; the same when there is only one. */
export interface DatabaseUrls {
  /** As the role that owns the tables: for migrations, demo data and maintenance. */
  url: string;
  /** As API and worker connect: may work with the data, but not rewrite history. */
  applicationUrl: string;
}

/** The part of the environment that the command itself needs; the server validates the rest. */
export interface Settings {
  ports: Ports;
  /** Absolute. */
  dataDir: string;
  /** A PostgreSQL of the user's own, in place of the embedded one. */
  databaseUrl: string | undefined;
  /** The same database as the role that owns the tables, when `databaseUrl` is that of a role which may only use them. */
  migrationDatabaseUrl: string | undefined;
  /** Stripe itself, in place of the emulator. */
  stripeSecretKey: string | undefined;
  /** A mail server, in place of the inbox that shows what would be sent. */
  smtpUrl: string | undefined;
  demoPassword: string;
}

/** What the inbox of `npm start` has received. */
export const mailDirOf = ({ dataDir }: Settings) => join(dataDir, 'mail');

/** The two ways into the database of the user's own; undefined when it is the embedded one. */
export function ownDatabaseUrls({ databaseUrl, migrationDatabaseUrl }: Settings): DatabaseUrls | undefined {
  return databaseUrl ? { url: migrationDatabaseUrl ?? databaseUrl, applicationUrl: databaseUrl } : undefined;
}

/** @throws UserError for a malformed setting, or two that contradict each other */
export function readSettings(env: NodeJS.ProcessEnv): Settings {
  const names = Object.keys(portSettings) as PortName[];
  const ports = Object.fromEntries(names.map((name) => [name, readPort(env, name)])) as Record<PortName, number>;
  refuseSharedPorts(ports);
  if (env.OPENMAT_MIGRATION_DATABASE_URL && !env.DATABASE_URL)
    throw new UserError('OPENMAT_MIGRATION_DATABASE_URL is set without DATABASE_URL, the one that API and worker use.');
  return {
    ports,
    dataDir: resolve(projectRoot, env.OPENMAT_DATA_DIR || '.openmat'),
    databaseUrl: env.DATABASE_URL || undefined,
    migrationDatabaseUrl: env.OPENMAT_MIGRATION_DATABASE_URL || undefined,
    stripeSecretKey: env.STRIPE_SECRET_KEY || undefined,
    smtpUrl: env.OPENMAT_SMTP_URL || undefined,
    demoPassword: env.OPENMAT_DEMO_PASSWORD || 'let-me-in-openmat',
  };
}

function readPort(env: NodeJS.ProcessEnv, name: PortName): number {
  const { env: variable, port } = portSettings[name];
  const text = env[variable];
  if (!text) return port;
  const chosen = Number(text);
  if (Number.isInteger(chosen) && chosen >= 1 && chosen <= 65_535) return chosen;
  throw new UserError(`${variable} "${text}" is not valid: expected a port number from 1 to 65535.`);
}

function refuseSharedPorts(ports: Ports): void {
  const taken = new Map<number, PortName>();
  for (const name of Object.keys(ports) as PortName[]) {
    const other = taken.get(ports[name]);
    if (other) throw new UserError(`${portSettings[other].env} and ${portSettings[name].env} are both ${ports[name]}.`);
    taken.set(ports[name], name);
  }
}
