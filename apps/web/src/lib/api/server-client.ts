import { createApiClient } from '@openmat/api-client';
import { headers } from 'next/headers';

/** Where this server finds the API. Read at every call: the address belongs to the machine, not to the build. */
export function apiUrl(): string {
  return process.env.OPENMAT_API_URL || 'http://127.0.0.1:4000';
}

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
