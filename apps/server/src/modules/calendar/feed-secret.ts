import { createHash, createHmac } from 'node:crypto';

/** Secrets in the addresses of private calendars. */
export interface FeedSecrets {
  /** The secret of a feed: 43 characters that are the same in every URL. */
  secretOf(feedId: string): string;
  /** What is stored of a secret. */
  hashOf(secret: string): Buffer;
}

/**
 * Derives secrets from the ids of their feeds: HMAC-SHA256, 256 bits, not guessable without the key.
 *
 * So a repeated request gets the same address although no answer with it is stored anywhere. A feed is looked up by its
 * hash: another key later leaves the addresses that members have already given to their calendars as they are.
 */
export function createFeedSecrets(key: string): FeedSecrets {
  return {
    secretOf: (feedId) => createHmac('sha256', key).update(`calendar-feed:${feedId}`).digest('base64url'),
    hashOf: (secret) => createHash('sha256').update(secret).digest(),
  };
}
