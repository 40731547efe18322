import { isProblem } from '@openmat/api-client';
import { notFound } from 'next/navigation';
import { cache } from 'react';
import { serverClient } from '#lib/api/server-client.ts';
import { fetchSession } from '#lib/api/sessions.ts';

/** A session for the page that shows it, asked for once per request; an unknown one is "not found". */
export const loadSession = cache(async (id: string) => {
  try {
    return await fetchSession(await serverClient(), id);
  } catch (error) {
    // An address that is no id at all is as unknown as an id that nothing has.
    if (isProblem(error, 'not_found') || isProblem(error, 'validation_failed')) notFound();
    throw error;
  }
});
