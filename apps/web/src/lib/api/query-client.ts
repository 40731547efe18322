import { QueryClient } from '@tanstack/react-query';
import { retryDelay, shouldRetry } from './retry.ts';

/** A cache with the rules of this app. Mutations are sent again too: those that create carry a key. */
export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: { retry: shouldRetry, retryDelay, staleTime: 15_000 },
      // Pressing a button without a network gets an answer, not silence until the network is back.
      mutations: { retry: shouldRetry, retryDelay, networkMode: 'always' },
    },
  });
}
