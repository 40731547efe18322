'use client';

import { type ReactNode, useEffect, useRef } from 'react';

interface WayStripProps {
  label: string;
  className?: string;
  children: ReactNode;
}

/**
 * Ways on one line that can be longer than a phone is wide: it runs to the edges of the screen, so that what goes on is cut off and
 * seen to go on, and where one is comes into view.
 */
export function WayStrip({ label, className = '', children }: WayStripProps) {
  const strip = useRef<HTMLElement>(null);
  const shown = useRef<Element>(null);
  useEffect(() => {
    const current = strip.current?.querySelector<HTMLElement>('[aria-current]') ?? null;
    if (!strip.current || !current || current === shown.current) return;
    shown.current = current;
    // Not scrollIntoView, which may move the page as well.
    strip.current.scrollLeft = current.offsetLeft - (strip.current.clientWidth - current.offsetWidth) / 2;
  });
  return (
    <nav ref={strip} aria-label={label} className={`relative -mx-4 overflow-x-auto px-4 md:mx-0 md:px-0 ${className}`}>
      {children}
    </nav>
  );
}
