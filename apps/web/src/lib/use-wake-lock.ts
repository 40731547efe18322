'use client';

import { useEffect } from 'react';

/** Keeps the screen on while this is shown, where the browser can (secure origins only) and the battery allows it. */
export function useWakeLock(): void {
  useEffect(() => {
    if (!('wakeLock' in navigator)) return;
    let lock: WakeLockSentinel | null = null;
    let isOver = false;
    const hold = async () => {
      // The browser lets go of it whenever the page is hidden.
      if (document.visibilityState !== 'visible' || (lock && !lock.released)) return;
      const held = await navigator.wakeLock.request('screen').catch(() => null);
      if (isOver) void held?.release();
      else lock = held;
    };
    void hold();
    document.addEventListener('visibilitychange', hold);
    return () => {
      isOver = true;
      document.removeEventListener('visibilitychange', hold);
      void lock?.release();
    };
  }, []);
}
