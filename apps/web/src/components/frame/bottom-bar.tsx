'use client';

import { CalendarDays, ClipboardList, SquareCheck, Ticket } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Link, usePathname } from '#i18n/navigation.ts';
import { useKnownRole } from '#lib/auth/session-provider.tsx';
import { isCurrent, navItems } from './nav-items.ts';

const icons = { schedule: CalendarDays, bookings: SquareCheck, tickets: Ticket, admin: ClipboardList };

/** The ways around within reach of a thumb. */
export function BottomBar() {
  const t = useTranslations('nav');
  const pathname = usePathname();
  return (
    <nav
      aria-label={t('label')}
      className="fixed inset-x-0 bottom-0 z-30 border-line border-t bg-paper pb-[env(safe-area-inset-bottom)] md:hidden"
    >
      <ul className="flex">
        {navItems(useKnownRole()).map(({ href, label }) => {
          const Icon = icons[label];
          return (
            <li key={href} className="flex-1">
              <Link
                href={href}
                prefetch={false}
                aria-current={isCurrent(href, pathname) ? 'page' : undefined}
                className="flex min-h-14 flex-col items-center justify-center gap-0.5 font-medium text-muted text-xs aria-[current]:text-accent"
              >
                <Icon aria-hidden="true" size={22} strokeWidth={1.75} />
                {t(label)}
              </Link>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}
