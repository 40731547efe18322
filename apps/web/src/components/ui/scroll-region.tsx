'use client';

import { type ReactNode, useEffect, useRef, useState } from 'react';

interface ScrollRegionProps {
  label: string;
  children: ReactNode;
  className?: string;
}

/** Something larger than its place, e.g. a table or a week. Keys can scroll it, but only where there is something to scroll. */
export function ScrollRegion({ label, children, className = '' }: ScrollRegionProps) {
  const region = useRef<HTMLElement>(null);
  const [overflows, setOverflows] = useState(false);
  useEffect(() => {
    const element = region.current;
    if (!element) return;
    const observer = new ResizeObserver(() =>
      setOverflows(element.scrollWidth > element.clientWidth || element.scrollHeight > element.clientHeight),
    );
    for (const watched of [element, ...element.children]) observer.observe(watched);
    return () => observer.disconnect();
  }, []);
  return (
    <section
      ref={region}
      aria-label={overflows ? label : undefined}
      tabIndex={overflows ? 0 : undefined}
      className={`overflow-x-auto ${className}`}
    >
      {children}
    </section>
  );
}
