'use client';

import { useTranslations } from 'next-intl';
import { useEffect, useState, useSyncExternalStore } from 'react';
import { isConnected, onConnectionChange } from '#lib/live/connection.ts';

const BACK_MS = 4_000;
const onServer = () => true;

/** Says while nothing new reaches the page that it may be out of date, and for a moment that this is over. */
export function ConnectionNotice() {
  const t = useTranslations('common');
  const connected = useSyncExternalStore(onConnectionChange, isConnected, onServer);
  const [wasLost, setLost] = useState(false);
  useEffect(() => {
    if (!connected) return setLost(true);
    const timer = setTimeout(() => setLost(false), BACK_MS);
    return () => clearTimeout(timer);
  }, [connected]);
  return (
    <div
      aria-live="polite"
      className="pointer-events-none fixed inset-x-4 bottom-[calc(4.25rem+env(safe-area-inset-bottom))] z-40 flex justify-center md:bottom-4"
    >
      {(wasLost || !connected) && (
        <p className="rounded-control bg-ink px-4 py-3 font-medium text-paper text-sm shadow-panel">
          {connected ? t('online') : t('offline')}
        </p>
      )}
    </div>
  );
}
