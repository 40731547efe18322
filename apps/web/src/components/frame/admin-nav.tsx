'use client';

import { useTranslations } from 'next-intl';
import { Link, usePathname } from '#i18n/navigation.ts';
import { isBelow } from './nav-items.ts';

const areas = ['sessions', 'messages', 'jobs'] as const;

/** The ways around for those who run the studio. */
export function AdminNav() {
  const t = useTranslations('adminNav');
  const pathname = usePathname();
  return (
    <nav aria-label={t('label')} className="mb-8 overflow-x-auto border-line border-b">
      <ul className="flex gap-6">
        {areas.map((area) => {
          const href = `/admin/${area}`;
          return (
            <li key={area}>
              <Link
                href={href}
                prefetch={false}
                aria-current={isBelow(href, pathname) ? 'page' : undefined}
                className="block whitespace-nowrap border-transparent border-b-2 py-2 font-semibold text-muted hover:text-ink aria-[current]:border-accent aria-[current]:text-ink"
              >
                {t(area)}
              </Link>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}
