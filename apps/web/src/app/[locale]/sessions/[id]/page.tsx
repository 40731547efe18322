import type { Metadata } from 'next';
import { getFormatter, getLocale, getTranslations } from 'next-intl/server';
import { loadSession } from '#features/session/load-session.ts';
import { SessionPage } from '#features/session/session-page.tsx';
import { alternatesOf } from '#i18n/alternates.ts';
import { getPathname } from '#i18n/navigation.ts';
import { loadStudio } from '#lib/api/load-studio.ts';

interface SessionProps {
  params: Promise<{ id: string }>;
}

export async function generateMetadata({ params }: SessionProps): Promise<Metadata> {
  const [session, studio] = await Promise.all([loadSession((await params).id), loadStudio()]);
  const [t, format, locale] = await Promise.all([getTranslations('session.preview'), getFormatter(), getLocale()]);
  const time = format.dateTime(new Date(session.startsAt), 'moment', { timeZone: session.timeZone });
  const title = `${session.class.name}, ${time}`;
  const description = t('description', { time, instructor: session.instructor.name, location: session.location.name });
  const path = `/sessions/${session.id}`;
  const url = getPathname({ href: path, locale });
  return {
    title,
    description,
    alternates: { ...(await alternatesOf(path)), canonical: url },
    openGraph: { type: 'website', siteName: studio.name, title, description, url, locale },
  };
}

export default async function Session({ params }: SessionProps) {
  return <SessionPage session={await loadSession((await params).id)} />;
}
