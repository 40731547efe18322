'use client';

import { useEffect, useEffectEvent } from 'react';

/** Puts the cursor where typing begins, unless somebody was faster than the script and types already. */
export function useFirstFocus(focus: () => void): void {
  const begin = useEffectEvent(() => {
    if (!(document.activeElement instanceof HTMLInputElement)) focus();
  });
  useEffect(() => begin(), []);
}
