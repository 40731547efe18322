import { ChevronLeft } from 'lucide-react';
import type { ReactNode } from 'react';
import { Link } from '#i18n/navigation.ts';

/** The way back to the list that a page belongs to. */
export function BackLink({ href, children }: { href: string; children: ReactNode }) {
  return (
    <Link
      href={href}
      prefetch={false}
      className="-ml-1.5 inline-flex min-h-11 items-center gap-1 rounded-control pr-2 font-medium text-muted hover:text-ink"
    >
      <ChevronLeft aria-hidden="true" size={20} />
      {children}
    </Link>
  );
}
