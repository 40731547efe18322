'use client';

import { onlineManager } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { useEffect, useState, useSyncExternalStore } from 'react';

const BACK_MS = 4_000;
const subscribe = (onChange: () => void) => onlineManager.subscribe(onChange);

/** Says while the device is offline that what is on the page may have changed, and for a moment that it is over. */
export function ConnectionNotice() {
  const t = useTranslations('common');
  const isOnline = useSyncExternalStore(
    subscribe,
    () => onlineManager.isOnline(),
    () => true,
  );
  const [isStale, setStale] = useState(false);
  useEffect(() => {
    if (!isOnline) return setStale(true);
    const timer = setTimeout(() => setStale(false), BACK_MS);
    return () => clearTimeout(timer);
  }, [isOnline]);
  return (
    <div
      aria-live="polite"
      className="pointer-events-none fixed inset-x-4 bottom-[calc(4.25rem+env(safe-area-inset-bottom))] z-40 flex justify-center md:bottom-4"
    >
      {(isStale || !isOnline) && (
        <p className="rounded-control bg-ink px-4 py-3 font-medium text-paper text-sm shadow-panel">
          {isOnline ? t('online') : t('offline')}
        </p>
      )}
    </div>
  );
}
