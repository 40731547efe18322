import type { FastifyServerOptions } from 'fastify';

export interface EmulatorOptions {
  /** 0 (the default) for any free port. */
  port?: number;
  host?: string;
  /** Where a browser reaches the server, when that is not `http://host:port`. */
  publicUrl?: string;
  /** Where webhooks go; none are sent when absent. */
  webhookUrl?: string;
  /** Signs the webhooks (`whsec_…`). */
  webhookSecret: string;
  /** Keeps the state in `stripe-emulator.json` in this directory; in memory only when absent. */
  dataDir?: string;
  /** For Fastify; silent by default. */
  logger?: FastifyServerOptions['logger'];
  /** Milliseconds since the epoch; tests set it forward. */
  clock?: () => number;
  timing?: Partial<EmulatorTiming>;
}

export interface EmulatorTiming {
  /** The wait after a webhook's first failed attempt; it doubles with every further one. */
  firstRetryMs: number;
  maxRetryMs: number;
  /** How long the platform may take to answer a webhook. */
  webhookTimeoutMs: number;
  /** How long events are held while the `reorder` control is on. */
  reorderWindowMs: number;
  /** How often due expirations and settlements are looked for. */
  sweepMs: number;
  /** How long after a change the state is written. */
  saveMs: number;
  /** How long a delayed payment takes to settle by itself. */
  settleAfterSeconds: number;
}

/** For development: quick to notice that the platform is back, slow enough to look at a pending payment. */
export const developmentTiming: EmulatorTiming = {
  firstRetryMs: 500,
  maxRetryMs: 10_000,
  webhookTimeoutMs: 20_000,
  reorderWindowMs: 1_000,
  sweepMs: 1_000,
  saveMs: 200,
  settleAfterSeconds: 120,
};
