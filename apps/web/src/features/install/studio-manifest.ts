import type { MetadataRoute } from 'next';
import type { Locale } from 'next-intl';
import { routing } from '#i18n/routing.ts';
import { PAPER } from '#lib/theme/accent.ts';

interface Studio {
  name: string;
  description: string;
}

/** What a phone needs to keep the studio among its apps: one app, whatever language it was installed in. */
export function studioManifest({ name, description }: Studio, locale: Locale): MetadataRoute.Manifest {
  const icon = (file: string, sizes: string, purpose: 'any' | 'maskable' = 'any') =>
    ({ src: `/app-icon/${file}`, sizes, type: 'image/png', purpose }) as const;
  return {
    id: '/',
    name,
    short_name: name,
    description,
    lang: locale,
    dir: 'ltr',
    start_url: locale === routing.defaultLocale ? '/' : `/${locale}`,
    scope: '/',
    display: 'standalone',
    background_color: PAPER.light,
    theme_color: PAPER.light,
    icons: [icon('192.png', '192x192'), icon('512.png', '512x512'), icon('maskable.png', '512x512', 'maskable')],
  };
}
