'use client';

import { useSyncExternalStore } from 'react';
import { usePathname } from '#i18n/navigation.ts';

/** Where the visitor is, without the language: the page, and in the browser also its filters and section. */
export function usePlace(): string {
  const pathname = usePathname();
  const rest = useSyncExternalStore(
    follow,
    () => window.location.search + window.location.hash,
    () => '',
  );
  return pathname + rest;
}

/** The rest of the address is read with every render as well, so what a navigation changes is seen. */
function follow(onChange: () => void): () => void {
  window.addEventListener('hashchange', onChange);
  window.addEventListener('popstate', onChange);
  return () => {
    window.removeEventListener('hashchange', onChange);
    window.removeEventListener('popstate', onChange);
  };
}
