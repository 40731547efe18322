import { createHash, createHmac } from 'node:crypto';
import type { Selectable } from 'kysely';
import type { DB } from '#platform/db/db-types.generated.ts';

export type OneTimeToken = Selectable<DB['oneTimeTokens']>;

/** What a token sent by e-mail allows its holder to do, once. */
export type OneTimePurpose = OneTimeToken['purpose'];

export interface OneTimeTokens {
  /** The token to send for a row. The secret lies neither in the row nor in the job that sends it. */
  tokenOf(row: Pick<OneTimeToken, 'id' | 'purpose'>): string;
  /** What is stored of a token. */
  hashOf(token: string): Buffer;
}

/**
 * Derives tokens from the ids of their rows: HMAC-SHA256, 256 bits, not guessable without the secret.
 *
 * The prefix keeps these apart from everything else that is signed with the same secret.
 */
export function createOneTimeTokens(secret: string): OneTimeTokens {
  return {
    tokenOf: ({ id, purpose }) =>
      createHmac('sha256', secret).update(`one-time-token:${purpose}:${id}`).digest('base64url'),
    hashOf: (token) => createHash('sha256').update(token).digest(),
  };
}
