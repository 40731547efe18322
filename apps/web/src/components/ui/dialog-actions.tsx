import type { ReactNode } from 'react';

/** The answers at the end of a dialog, the one to go on with last: at the right, or on top within reach of a thumb. */
export function DialogActions({ children }: { children: ReactNode }) {
  return <div className="flex flex-col-reverse gap-3 sm:flex-row sm:justify-end">{children}</div>;
}
