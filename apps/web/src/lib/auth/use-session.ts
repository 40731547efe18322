'use client';

import { useSyncExternalStore } from 'react';
import { tokenKeeper } from './session.ts';
import type { Departure, SessionState, SignedInUser } from './session-state.ts';

const UNKNOWN: SessionState = { status: 'unknown' };

/** Who is signed in, as far as this tab knows; changes in every tab at once. */
export function useSession(): {
  status: SessionState['status'];
  user: SignedInUser | null;
  /** Epoch milliseconds at which the access token ends. */
  expiresAt: number | null;
  /** Why nobody is signed in any more; null where they never were, or left themselves. */
  why: Departure | null;
} {
  const state = useSyncExternalStore(tokenKeeper.subscribe, tokenKeeper.getState, () => UNKNOWN);
  if (state.status === 'signed-in') {
    return { status: state.status, user: state.grant.user, expiresAt: state.grant.expiresAt, why: null };
  }
  const why = state.status === 'signed-out' ? state.why : null;
  return { status: state.status, user: null, expiresAt: null, why };
}
