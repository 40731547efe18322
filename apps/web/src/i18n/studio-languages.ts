import { createApiClient, unwrap } from '@openmat/api-client';
import { apiUrl } from '#lib/api/api-url.ts';
import type { StudioLanguages } from './preferred-languages.ts';

const FRESH_MS = 10_000;
const PATIENCE_MS = 1_000;

let known: StudioLanguages | null = null;
let askedAt = Number.NEGATIVE_INFINITY;

/**
 * In which languages the studio wants to be seen, some seconds old at most.
 *
 * @returns null when the API has not answered yet; a page must not wait for that, nor fail
 */
export async function studioLanguages(now: number): Promise<StudioLanguages | null> {
  if (now - askedAt < FRESH_MS) return known;
  // Before the answer is there, so that others meanwhile go on with what is known.
  askedAt = now;
  const client = createApiClient({ baseUrl: apiUrl() });
  try {
    const { locales, defaultLocale } = await unwrap(
      client.GET('/api/v1/studio', { signal: AbortSignal.timeout(PATIENCE_MS) }),
    );
    known = { locales, defaultLocale };
  } catch {
    askedAt = now - FRESH_MS + PATIENCE_MS;
  }
  return known;
}
