import { randomUUID } from 'node:crypto';
import type { LightMyRequestResponse } from 'fastify';
import type { TestApi } from './test-api.ts';

/** Good enough for the password policy, and not related to any name or address in tests. */
export const GOOD_PASSWORD = 'blue mat morning 7';

/** Somebody who registered through the API. */
export interface SignedUp {
  id: string;
  email: string;
  accessToken: string;
  /** The value of the refresh cookie. */
  refreshToken: string;
}

/** Registers a member with `GOOD_PASSWORD`. */
export async function signUp(
  api: TestApi,
  { email = `${randomUUID()}@example.org`, name = 'Anna Novak' } = {},
): Promise<SignedUp> {
  const response = await api.call('POST', '/auth/register', { body: { email, name, password: GOOD_PASSWORD } });
  const { user, accessToken } = response.json();
  return { id: user.id, email, accessToken, refreshToken: refreshCookie(response)?.value ?? '' };
}

/** The refresh cookie that an answer sets, or undefined when it leaves the cookie alone. */
export function refreshCookie(response: LightMyRequestResponse) {
  return response.cookies.find(({ name }) => name === 'openmat_refresh');
}
