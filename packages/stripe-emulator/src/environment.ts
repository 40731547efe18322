import type { EmulatorOptions } from './options.ts';

type Environment = Record<string, string | undefined>;

/**
 * Reads the settings of the executable. Throws an error with a one-line message when they are wrong, or in production,
 * where a stand-in for Stripe would hand out goods for nothing.
 */
export function readEnvironment(env: Environment): EmulatorOptions {
  if (env.NODE_ENV === 'production') throw new Error('The Stripe emulator does not run with NODE_ENV=production.');
  const publicUrl = env.OPENMAT_STRIPE_PUBLIC_URL;
  return {
    port: readPort(env.OPENMAT_STRIPE_PORT ?? '4010'),
    host: env.OPENMAT_STRIPE_HOST ?? '127.0.0.1',
    ...(publicUrl && { publicUrl }),
    webhookUrl: env.OPENMAT_STRIPE_WEBHOOK_URL ?? 'http://127.0.0.1:4000/api/v1/stripe/webhook',
    webhookSecret: env.STRIPE_WEBHOOK_SECRET ?? 'whsec_openmat_development',
    dataDir: env.OPENMAT_DATA_DIR ?? '.openmat',
    logger: { level: 'warn' },
  };
}

function readPort(text: string): number {
  const port = Number(text);
  if (text === '' || !Number.isInteger(port) || port < 0 || port > 65_535) {
    throw new Error(`OPENMAT_STRIPE_PORT must be a port number, not "${text}".`);
  }
  return port;
}
