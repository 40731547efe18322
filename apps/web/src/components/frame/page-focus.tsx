'use client';

import { useEffect, useRef } from 'react';
import { usePathname } from '#i18n/navigation.ts';

/**
 * Takes the focus along to another page: to its heading, where reading goes on. Next tells screen readers the title of the page
 * and leaves the focus at a link that may be gone. A page that has put it into a field knows better.
 */
export function PageFocus() {
  const pathname = usePathname();
  const shown = useRef(pathname);
  useEffect(() => {
    if (shown.current === pathname) return;
    shown.current = pathname;
    if (document.activeElement?.matches('input, select, textarea')) return;
    const main = document.querySelector('main');
    const target = main?.querySelector<HTMLElement>('h1') ?? main;
    if (!target) return;
    target.tabIndex = -1;
    target.focus({ preventScroll: true });
  }, [pathname]);
  return null;
}
