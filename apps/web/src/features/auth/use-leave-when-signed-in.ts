'use client';

import { useEffect } from 'react';
import { useRouter } from '#i18n/navigation.ts';
import { useSession } from '#lib/auth/use-session.ts';

/** Goes on to `next` as soon as somebody is signed in, here or in another tab. True while on the way. */
export function useLeaveWhenSignedIn(next: string): boolean {
  const router = useRouter();
  const { status } = useSession();
  const isSignedIn = status === 'signed-in';
  useEffect(() => {
    if (isSignedIn) router.replace(next);
  }, [isSignedIn, next, router]);
  return isSignedIn;
}
