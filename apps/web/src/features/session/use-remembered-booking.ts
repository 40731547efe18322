'use client';

import { useEffect, useEffectEvent, useState } from 'react';
import { useOwnBooking } from '#features/bookings/use-own-booking.ts';
import type { BookSession } from '#features/schedule/use-book-session.ts';
import { useSession } from '#lib/auth/use-session.ts';
import { takeRememberedBooking } from './booking-intent.ts';

/**
 * Books the session whose button the visitor pressed before going off for a ticket or to sign in.
 *
 * @returns whether this visit does so
 */
export function useRememberedBooking(sessionId: string, book: BookSession): boolean {
  const { status } = useSession();
  const { own, isLoading } = useOwnBooking(sessionId);
  const [isFinishing, setFinishing] = useState(false);
  const isReady = status === 'signed-in' && !isLoading;
  const finish = useEffectEvent(() => {
    // A new ticket may have promoted its owner already.
    if (!takeRememberedBooking(sessionStorage, sessionId, Date.now()) || own?.state === 'active') return;
    setFinishing(true);
    book.mutate(sessionId);
  });
  useEffect(() => {
    if (isReady) finish();
  }, [isReady]);
  return isFinishing;
}
