'use client';

import { useTranslations } from 'next-intl';
import { WayStrip } from '#components/ui/way-strip.tsx';
import { Link, usePathname } from '#i18n/navigation.ts';
import { useKnownRole } from '#lib/auth/session-provider.tsx';
import { areaHref, areasOf } from './admin-areas.ts';
import { isBelow } from './nav-items.ts';

/** The ways around for those who run the studio: beside the page, or above it where there is no room. */
export function AdminNav() {
  const t = useTranslations('adminNav');
  const pathname = usePathname();
  const areas = areasOf(useKnownRole());
  // With one area there is nowhere else to go, and its page has all the room.
  if (areas.length < 2) return null;
  return (
    <WayStrip
      label={t('label')}
      className="mb-8 border-line border-b lg:sticky lg:top-6 lg:mb-0 lg:self-start lg:overflow-visible lg:border-0"
    >
      <ul className="flex gap-6 lg:grid lg:gap-0.5">
        {areas.map((area) => (
          <li key={area.name}>
            <Link
              href={areaHref(area)}
              prefetch={false}
              aria-current={isBelow(areaHref(area), pathname) ? 'page' : undefined}
              className="block whitespace-nowrap border-transparent border-b-2 py-2 font-semibold text-muted hover:text-ink aria-[current]:border-accent aria-[current]:text-ink lg:rounded-control lg:border-0 lg:px-3 lg:aria-[current]:bg-accent-soft lg:aria-[current]:text-accent"
            >
              {t(area.name)}
            </Link>
          </li>
        ))}
      </ul>
    </WayStrip>
  );
}
