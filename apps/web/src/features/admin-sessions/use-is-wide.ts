'use client';

import { useSyncExternalStore } from 'react';

const WIDE = '(min-width: 64rem)';

function follow(onChange: () => void): () => void {
  const query = window.matchMedia(WIDE);
  query.addEventListener('change', onChange);
  return () => query.removeEventListener('change', onChange);
}

/** Whether the window has room for a week side by side; null until it is known in the browser. */
export function useIsWide(): boolean | null {
  return useSyncExternalStore(
    follow,
    () => window.matchMedia(WIDE).matches,
    () => null,
  );
}
