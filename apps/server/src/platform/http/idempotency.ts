import { createHash } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import type { Tx } from '../db/database.ts';
import { AppError } from './app-error.ts';

/** A caller's promise that all requests with this key are one request. */
export interface IdempotencyKey {
  userId: string;
  key: string;
  /** SHA-256 over method, path and body: the same key with another request is a mistake of the caller. */
  requestHash: string;
}

export interface StoredAnswer<Body = unknown> {
  status: number;
  /** JSON: what a repetition gets has been through the database. */
  body: Body;
}

/** The request's `Idempotency-Key`, which the route's `IdempotencyHeaders` have checked, or null when it has none. */
export function idempotencyKey(request: FastifyRequest): IdempotencyKey | null {
  const key = request.headers['idempotency-key'];
  if (typeof key !== 'string') return null;
  const path = request.url.split('?')[0];
  const requestHash = createHash('sha256')
    .update(`${request.method} ${path} ${JSON.stringify(request.body ?? null)}`)
    .digest('base64url');
  return { userId: request.actor.userId, key, requestHash };
}

/**
 * Runs `work` once per key: a repetition gets the answer of the first time, also when both arrive at once.
 *
 * The key's row and the work commit together. A refusal (an error) rolls back both, so it may be tried again.
 *
 * @throws AppError `idempotency_key_reused` when the key came with another request
 */
export async function answerOnce<Body>(
  tx: Tx,
  key: IdempotencyKey | null,
  work: () => Promise<StoredAnswer<Body>>,
): Promise<StoredAnswer<Body>> {
  if (!key) return work();
  // The placeholder row makes a concurrent twin wait here until we commit.
  const claimed = await tx
    .insertInto('idempotencyKeys')
    .values({ ...key, status: 0, response: 'null' })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  if (claimed.numInsertedOrUpdatedRows === 0n) return storedAnswer<Body>(tx, key);
  const answer = await work();
  await tx
    .updateTable('idempotencyKeys')
    .set({ status: answer.status, response: JSON.stringify(answer.body) })
    .where('userId', '=', key.userId)
    .where('key', '=', key.key)
    .execute();
  return answer;
}

async function storedAnswer<Body>(tx: Tx, key: IdempotencyKey): Promise<StoredAnswer<Body>> {
  const row = await tx
    .selectFrom('idempotencyKeys')
    .select(['requestHash', 'status', 'response'])
    .where('userId', '=', key.userId)
    .where('key', '=', key.key)
    .executeTakeFirstOrThrow();
  if (row.requestHash !== key.requestHash) throw new AppError('idempotency_key_reused');
  // The hash says that it is the same request, so this was written by the same work.
  return { status: row.status, body: row.response as Body };
}
