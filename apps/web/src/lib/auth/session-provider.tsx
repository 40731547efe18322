'use client';

import { useQueryClient } from '@tanstack/react-query';
import { createContext, type ReactNode, useContext, useEffect } from 'react';
import { OWN } from '#lib/api/query-keys.ts';
import { writeRoleHint } from './role-hint.ts';
import { joinTabs, tokenKeeper } from './session.ts';
import type { Role } from './session-state.ts';
import { useSession } from './use-session.ts';

/** How long before its end a token is replaced while the page is open. */
const AHEAD_MS = 60_000;

const HintContext = createContext<Role | null>(null);

/**
 * Starts the session of this tab and keeps it alive.
 *
 * @param hint who was signed in here last, from the cookie; null asks nobody for a token
 */
export function SessionProvider({ hint, children }: { hint: Role | null; children: ReactNode }) {
  useStart(hint);
  useRefreshAhead();
  useForgetOthersData();
  return <HintContext value={hint}>{children}</HintContext>;
}

/** The role to render for: the signed-in user's, and until that is known the one of the last visit. */
export function useKnownRole(): Role | null {
  const hint = useContext(HintContext);
  const { status, user } = useSession();
  return status === 'unknown' ? hint : (user?.role ?? null);
}

function useStart(hint: Role | null): void {
  useEffect(() => {
    joinTabs();
    if (hint) tokenKeeper.getToken().catch(() => {});
    else tokenKeeper.assumeSignedOut();
  }, [hint]);
  const { status, user } = useSession();
  useEffect(() => {
    if (status !== 'unknown') writeRoleHint(user?.role ?? null);
  }, [status, user]);
}

function useRefreshAhead(): void {
  const { expiresAt } = useSession();
  useEffect(() => {
    if (expiresAt === null) return;
    const renew = () => void tokenKeeper.renew(AHEAD_MS).catch(() => {});
    const timer = setTimeout(renew, Math.max(0, expiresAt - AHEAD_MS - Date.now()));
    // Timers sleep with the machine: look again when the page is back.
    document.addEventListener('visibilitychange', renew);
    return () => {
      clearTimeout(timer);
      document.removeEventListener('visibilitychange', renew);
    };
  }, [expiresAt]);
}

/** What was loaded for one user must not be seen by the next one. */
function useForgetOthersData(): void {
  const queryClient = useQueryClient();
  const { user } = useSession();
  const userId = user?.id;
  useEffect(() => {
    if (userId === undefined) return;
    return () => queryClient.removeQueries({ queryKey: [OWN] });
  }, [userId, queryClient]);
}
