import { createApiClient } from '@openmat/api-client';
import { headers } from 'next/headers';
import { apiUrl } from './api-url.ts';

/** The API without a user, for what everybody may see; limits count for the visitor's address, not for ours. */
export async function serverClient() {
  const forwardedFor = (await headers()).get('x-forwarded-for');
  return createApiClient({
    baseUrl: apiUrl(),
    fetch: (request) => {
      if (forwardedFor) request.headers.set('x-forwarded-for', forwardedFor);
      return fetch(request, { cache: 'no-store' });
    },
  });
}
