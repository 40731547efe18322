import { isWorthRetrying, unwrap } from '@openmat/api-client';
import { cache } from 'react';
import { serverClient } from './server-client.ts';
import type { Studio } from './types.ts';

/** What the frame of a page needs when the API is away: a page that can say so. */
const STAND_IN = {
  name: 'Openmat',
  timeZone: 'UTC',
  accentColor: '#0f766e',
} satisfies Partial<Studio>;

type Frame = Pick<Studio, 'name' | 'timeZone' | 'accentColor'> & Partial<Studio>;

/** The studio, asked for once per request. */
export const loadStudio = cache(async (): Promise<Frame> => {
  try {
    return await unwrap((await serverClient()).GET('/api/v1/studio'));
  } catch (error) {
    if (isWorthRetrying(error)) return STAND_IN;
    throw error;
  }
});
