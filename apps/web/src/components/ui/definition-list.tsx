import type { ReactNode } from 'react';

/** Facts about one thing, name beside value. */
export function DefinitionList({ children }: { children: ReactNode }) {
  return <dl className="grid gap-3">{children}</dl>;
}

/** One fact in a `DefinitionList`. */
export function Definition({ term, children }: { term: string; children: ReactNode }) {
  return (
    <div className="grid gap-x-4 sm:grid-cols-[minmax(7rem,1fr)_minmax(0,3fr)]">
      <dt className="text-muted text-sm leading-6">{term}</dt>
      <dd className="min-w-0 break-words">{children}</dd>
    </div>
  );
}
