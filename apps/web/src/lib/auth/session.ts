import { createApiClient, isProblem, unwrap } from '@openmat/api-client';
import { exclusively, openTabChannel } from './cross-tab.ts';
import type { Grant, SignedInUser } from './session-state.ts';
import { type TabMessage, TokenKeeper } from './token-keeper.ts';

/** What the API answers to every kind of signing in. */
interface SignInAnswer {
  user: SignedInUser;
  accessToken: string;
  expiresIn: number;
}

/** Without a token: signing in, refreshing and signing out live on the cookie alone. */
export const anonymousClient = createApiClient({ baseUrl: '' });

let tell: ((message: TabMessage) => void) | null = null;

/** The one session of this tab. */
export const tokenKeeper = new TokenKeeper({
  refresh,
  exclusively,
  tellOtherTabs: (message) => tell?.(message),
  now: Date.now,
});

/** Connects this tab with the others; for the browser only. */
export function joinTabs(): void {
  tell ??= openTabChannel((message) => tokenKeeper.hear(message));
}

/** Takes over a successful sign-in or registration. */
export function acceptSignIn(answer: SignInAnswer): void {
  tokenKeeper.signIn(toGrant(answer));
}

/**
 * Ends the session on this device, in every tab.
 *
 * @throws when the API cannot be reached: the cookie is still good then, and saying otherwise would leave the device open
 */
export async function signOut(): Promise<void> {
  await unwrap(anonymousClient.POST('/api/v1/auth/logout', { body: {} }));
  tokenKeeper.signOut();
}

/**
 * Ends the session on every device of the account.
 *
 * @throws when the API cannot be reached or refuses; nothing has ended then
 */
export async function signOutEverywhere(): Promise<void> {
  await unwrap(anonymousClient.POST('/api/v1/auth/logout-all', { body: {} }));
  tokenKeeper.signOut('all_devices');
}

async function refresh(): Promise<Grant | null> {
  try {
    return toGrant(await unwrap(anonymousClient.POST('/api/v1/auth/refresh', { body: {} })));
  } catch (error) {
    if (isProblem(error) && (error.problem.status === 401 || error.problem.status === 403)) return null;
    throw error;
  }
}

function toGrant({ user, accessToken, expiresIn }: SignInAnswer): Grant {
  return { user, accessToken, expiresAt: Date.now() + expiresIn * 1_000 };
}
