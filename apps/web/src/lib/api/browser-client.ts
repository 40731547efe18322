import { createApiClient } from '@openmat/api-client';
import { tokenKeeper } from '#lib/auth/session.ts';

/** The API as the signed-in user, for code that runs in the browser. */
export const api = createApiClient({ baseUrl: '', getAccessToken: tokenKeeper.getToken });
