'use client';

import { type ReactNode, useEffect, useRef } from 'react';
import { Notice } from './notice.tsx';

interface OutcomeProps {
  tone: 'good' | 'trouble';
  text: string;
  /** The ways on. */
  children: ReactNode;
}

/** How something ended, and where to go from there. It takes the place of a form, and the focus that went with the form. */
export function Outcome({ tone, text, children }: OutcomeProps) {
  const told = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (document.activeElement === document.body) told.current?.focus();
  }, []);
  return (
    <div className="grid gap-6">
      <div ref={told} tabIndex={-1} className="outline-none">
        <Notice tone={tone} role={tone === 'good' ? 'status' : 'alert'}>
          {text}
        </Notice>
      </div>
      {children}
    </div>
  );
}
