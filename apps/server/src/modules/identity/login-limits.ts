import { createHash } from 'node:crypto';
import { normalizeIP } from '@fastify/rate-limit';
import type pg from 'pg';
import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible';
import { AppError } from '#platform/http/app-error.ts';

/** Failed attempts, per account and per address, within a quarter of an hour. Everybody in a studio shares one address. */
const FAILURES_PER_ACCOUNT = 10;
const FAILURES_PER_ADDRESS = 100;
const WINDOW_SECONDS = 15 * 60;

export interface LoginAttempt {
  email: string;
  address: string;
}

export interface LoginLimits {
  /**
   * Runs a check of credentials, unless too many failed.
   *
   * @returns what `check` found
   * @throws AppError `rate_limited`, or `invalid_credentials` when `check` answers undefined
   */
  attempt<T>(who: LoginAttempt, check: () => Promise<T | undefined>): Promise<T>;
  /** Forgets the failures of an account, whose holder has proved themselves in another way. */
  forgive(email: string): Promise<void>;
}

/** Counts in the database, so that all API processes share the count. */
export function createLoginLimits(pool: pg.Pool): LoginLimits {
  const shared = { storeClient: pool, storeType: 'pool', tableName: 'login_limits', tableCreated: true };
  const limiter = (keyPrefix: string, points: number) =>
    new RateLimiterPostgres({ ...shared, keyPrefix, points, duration: WINDOW_SECONDS });
  const accounts = limiter('account', FAILURES_PER_ACCOUNT);
  const addresses = limiter('address', FAILURES_PER_ADDRESS);

  return {
    attempt: async ({ email, address }, check) => {
      const account = accountKey(email);
      const network = normalizeIP(address);
      // Counted before the check and given back after it: guesses made at the same moment cannot slip past the limit.
      await Promise.all([consume(accounts, account), consume(addresses, network)]);
      const result = await check().catch(async (error: unknown) => {
        await Promise.all([accounts.reward(account), addresses.reward(network)]);
        throw error;
      });
      if (result === undefined) throw new AppError('invalid_credentials');
      await Promise.all([accounts.delete(account), addresses.reward(network)]);
      return result;
    },
    forgive: async (email) => {
      await accounts.delete(accountKey(email));
    },
  };
}

/** For benchmarks and tests: refuses wrong credentials, but never counts. */
export const noLoginLimits: LoginLimits = {
  attempt: async (_who, check) => {
    const result = await check();
    if (result === undefined) throw new AppError('invalid_credentials');
    return result;
  },
  forgive: async () => {},
};

async function consume(limiter: RateLimiterPostgres, key: string): Promise<void> {
  try {
    await limiter.consume(key);
  } catch (reason) {
    if (!(reason instanceof RateLimiterRes)) throw reason;
    throw new AppError('rate_limited', {
      detail: 'Too many failed sign-ins; wait a while or reset the password',
      retryAfterSeconds: Math.ceil(reason.msBeforeNext / 1_000),
    });
  }
}

/** A hash, because the table needs no readable addresses of people who may not even have an account. */
const accountKey = (email: string) => createHash('sha256').update(email.trim().toLowerCase()).digest('base64url');
