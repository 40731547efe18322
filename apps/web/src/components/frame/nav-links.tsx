'use client';

import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Link, usePathname } from '#i18n/navigation.ts';
import { useKnownRole } from '#lib/auth/session-provider.tsx';
import { isCurrent, type NavItem, navItems } from './nav-items.ts';

interface NavLinksProps {
  /** Rendered by the server, so that no icon is in the script of a page. */
  icons?: Record<NavItem['label'], ReactNode>;
  listClass: string;
  linkClass: string;
}

/** The ways that make sense for whoever is here. */
export function NavLinks({ icons, listClass, linkClass }: NavLinksProps) {
  const t = useTranslations('nav');
  const pathname = usePathname();
  return (
    <ul className={listClass}>
      {navItems(useKnownRole()).map(({ href, label }) => (
        <li key={href} className={icons && 'flex-1'}>
          <Link
            href={href}
            prefetch={false}
            aria-current={isCurrent(href, pathname) ? 'page' : undefined}
            className={linkClass}
          >
            {icons?.[label]}
            <span className="whitespace-nowrap">{t(label)}</span>
          </Link>
        </li>
      ))}
    </ul>
  );
}
