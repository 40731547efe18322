'use client';

import { useEffect, useState } from 'react';
import { isBookingRemembered } from '#features/session/booking-intent.ts';
import { useRouter } from '#i18n/navigation.ts';

/** Long enough to read that the ticket is there. */
const PAUSE_MS = 3_000;

/**
 * Goes back by itself to the session that the ticket was bought for, when its button had been pressed before; the session's page
 * books it. Says whether it will.
 *
 * @param returnPath where the member was going, a path of this site
 */
export function useUnfinishedBooking(returnPath: string | null): boolean {
  const router = useRouter();
  const [isUnfinished, setUnfinished] = useState(false);
  useEffect(() => {
    const sessionId = sessionOf(returnPath);
    if (!returnPath || !sessionId || !isBookingRemembered(sessionStorage, sessionId, Date.now())) return;
    setUnfinished(true);
    router.prefetch(returnPath);
    const timer = setTimeout(() => router.replace(returnPath), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [returnPath, router]);
  return isUnfinished;
}

/** The session that a path of this site leads to. */
export function sessionOf(path: string | null): string | null {
  return path?.match(/^\/sessions\/([^/?#]+)/)?.[1] ?? null;
}
