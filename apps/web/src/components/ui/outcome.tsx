import type { ReactNode } from 'react';
import { Notice } from './notice.tsx';

interface OutcomeProps {
  tone: 'good' | 'trouble';
  text: string;
  /** The ways on. */
  children: ReactNode;
}

/** How something ended, and where to go from there. */
export function Outcome({ tone, text, children }: OutcomeProps) {
  return (
    <div className="grid gap-6">
      <Notice tone={tone} role={tone === 'good' ? 'status' : 'alert'}>
        {text}
      </Notice>
      {children}
    </div>
  );
}
