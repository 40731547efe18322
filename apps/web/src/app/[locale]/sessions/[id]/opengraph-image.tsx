import { getFormatter, getTranslations } from 'next-intl/server';
import { loadSession } from '#features/session/load-session.ts';
import { pageLocale } from '#i18n/page-locale.ts';
import { loadStudio } from '#lib/api/load-studio.ts';
import { previewImage } from '#lib/preview/preview-image.tsx';

export { previewSize as size } from '#lib/preview/preview-image.tsx';
export const contentType = 'image/png';

interface PreviewProps {
  params: Promise<{ locale: string; id: string }>;
}

export default async function SessionPreview({ params }: PreviewProps) {
  const { id, ...rest } = await params;
  const locale = pageLocale(rest.locale);
  const [session, studio, t, format] = await Promise.all([
    loadSession(id),
    loadStudio(),
    getTranslations({ locale, namespace: 'session.preview' }),
    getFormatter({ locale }),
  ]);
  const { timeZone, instructor, location } = session;
  const startsAt = new Date(session.startsAt);
  return previewImage({
    studioName: studio.name,
    accentColor: studio.accentColor,
    title: session.class.name,
    lead: [format.dateTime(startsAt, 'day', { timeZone }), format.dateTime(startsAt, 'time', { timeZone })].join(' · '),
    details: [instructor.name, location.name].join(' · '),
    ...(session.state === 'canceled' && { mark: t('canceled') }),
  });
}
