import { getTranslations } from 'next-intl/server';
import { pageLocale } from '#i18n/page-locale.ts';
import { loadStudio } from '#lib/api/load-studio.ts';
import { previewImage } from '#lib/preview/preview-image.tsx';

export { previewSize as size } from '#lib/preview/preview-image.tsx';
export const contentType = 'image/png';

export default async function Preview({ params }: { params: Promise<{ locale: string }> }) {
  const locale = pageLocale((await params).locale);
  const [studio, t] = await Promise.all([loadStudio(), getTranslations({ locale, namespace: 'session.preview' })]);
  return previewImage({
    studioName: studio.name,
    accentColor: studio.accentColor,
    title: t('schedule'),
    details: t('scheduleText'),
  });
}
