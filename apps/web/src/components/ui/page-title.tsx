import type { ReactNode } from 'react';

/** The heading of a page, with room for what belongs beside it. */
export function PageTitle({ children, aside }: { children: ReactNode; aside?: ReactNode }) {
  return (
    <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-3 pb-6">
      <h1 className="font-bold text-3xl tracking-tight md:text-4xl">{children}</h1>
      {aside}
    </div>
  );
}
