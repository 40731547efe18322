import type { ReactNode } from 'react';

/** Nothing to show, and what to do next. */
export function EmptyState({ title, children }: { title: string; children?: ReactNode }) {
  return (
    <div className="grid justify-items-center gap-4 px-4 py-16 text-center">
      <p className="font-semibold text-lg">{title}</p>
      {children}
    </div>
  );
}
