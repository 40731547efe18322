import type { ReactNode } from 'react';

/** A component under its name. */
export function Specimen({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] content-start gap-4 border-line border-t pt-4">
      <h2 className="text-muted text-sm">{name}</h2>
      {children}
    </div>
  );
}

/** States of it, side by side as far as there is room. */
export function Row({ children }: { children: ReactNode }) {
  return <div className="flex flex-wrap items-center gap-3">{children}</div>;
}
