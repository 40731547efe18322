import type { ReactNode } from 'react';

/** A place beside a button where it is said that it worked; there from the start, so that screen readers listen. */
export function SavedNote({ children }: { children: ReactNode }) {
  return (
    <span role="status" className="font-medium text-accent">
      {children}
    </span>
  );
}
