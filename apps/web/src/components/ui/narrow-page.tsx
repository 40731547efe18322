import type { ReactNode } from 'react';
import { PageTitle } from './page-title.tsx';

/** A page with one thing to do. */
export function NarrowPage({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div className="mx-auto max-w-sm pt-10 md:pt-16">
      <PageTitle>{title}</PageTitle>
      {children}
    </div>
  );
}
