'use client';

import { useTranslations } from 'next-intl';
import { Link, usePathname } from '#i18n/navigation.ts';
import { useKnownRole } from '#lib/auth/session-provider.tsx';
import { isCurrent, navItems } from './nav-items.ts';

/** The ways around in the header; on a phone they are at the bottom of the screen. */
export function MainNav() {
  const t = useTranslations('nav');
  const pathname = usePathname();
  return (
    <nav aria-label={t('label')} className="hidden md:block">
      <ul className="flex gap-1">
        {navItems(useKnownRole()).map(({ href, label }) => (
          <li key={href}>
            <Link
              href={href}
              prefetch={false}
              aria-current={isCurrent(href, pathname) ? 'page' : undefined}
              className="block rounded-control px-3 py-2 font-medium text-muted hover:text-ink aria-[current]:text-ink aria-[current]:underline aria-[current]:decoration-2 aria-[current]:decoration-accent aria-[current]:underline-offset-8"
            >
              {t(label)}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
