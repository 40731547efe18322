import { hasLocale } from 'next-intl';
import { getTranslations } from 'next-intl/server';
import { studioManifest } from '#features/install/studio-manifest.ts';
import { routing } from '#i18n/routing.ts';
import { loadStudio } from '#lib/api/load-studio.ts';

export async function GET(_: Request, { params }: { params: Promise<{ locale: string }> }): Promise<Response> {
  const { locale } = await params;
  if (!hasLocale(routing.locales, locale)) return new Response(null, { status: 404 });
  const [t, { name }] = await Promise.all([getTranslations({ locale, namespace: 'common' }), loadStudio()]);
  const manifest = studioManifest({ name, description: t('description', { studio: name }) }, locale);
  return Response.json(manifest, { headers: { 'content-type': 'application/manifest+json' } });
}
