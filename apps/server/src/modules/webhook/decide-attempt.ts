import { MAX_ATTEMPTS } from './retry-policy.ts';

/** A webhook that has failed for so long without one success is switched off. */
const FAILING_HOURS = 5 * 24;
const GONE = 410;

/** What came of one attempt: an answer, or why there was none. */
export type AttemptOutcome = { statusCode: number } | { error: string };

export interface AttemptState {
  /** Attempts of this round, the one just made included. */
  attempts: number;
  /** The first failure since the last success, if there is one. */
  failingSince: Temporal.Instant | null;
  now: Temporal.Instant;
}

export interface AttemptDecision {
  status: 'delivered' | 'pending' | 'failed';
  error: string | null;
  failingSince: Temporal.Instant | null;
  /** Why the webhook is to be switched off, if it is. */
  disable: 'gone' | 'failing' | null;
}

/** What an attempt means for the delivery and its webhook. Any 2xx is success, 410 asks for nothing further. */
export function decideAttempt(outcome: AttemptOutcome, { attempts, failingSince, now }: AttemptState): AttemptDecision {
  const error = errorOf(outcome);
  if (error === null) return { status: 'delivered', error, failingSince: null, disable: null };
  const since = failingSince ?? now;
  const disable = isGone(outcome) ? 'gone' : hasFailedTooLong(since, now) ? 'failing' : null;
  const status = disable || attempts >= MAX_ATTEMPTS ? 'failed' : 'pending';
  return { status, error, failingSince: since, disable };
}

function errorOf(outcome: AttemptOutcome): string | null {
  if ('error' in outcome) return outcome.error;
  const { statusCode } = outcome;
  if (statusCode >= 200 && statusCode < 300) return null;
  if (statusCode >= 300 && statusCode < 400) return `HTTP ${statusCode}: redirects are not followed`;
  return `HTTP ${statusCode}`;
}

function isGone(outcome: AttemptOutcome): boolean {
  return 'statusCode' in outcome && outcome.statusCode === GONE;
}

function hasFailedTooLong(since: Temporal.Instant, now: Temporal.Instant): boolean {
  return Temporal.Instant.compare(since.add({ hours: FAILING_HOURS }), now) <= 0;
}
