import type { ReactNode } from 'react';

interface EmptyStateProps {
  title: string;
  /** The title is the heading of the page. */
  isPage?: boolean;
  children?: ReactNode;
}

/** Nothing to show, and what to do next. */
export function EmptyState({ title, isPage = false, children }: EmptyStateProps) {
  const Title = isPage ? 'h1' : 'p';
  return (
    <div className="grid justify-items-center gap-4 px-4 py-16 text-center">
      <Title className="font-semibold text-lg">{title}</Title>
      {children}
    </div>
  );
}
