import type { Metadata } from 'next';
import { getLocale } from 'next-intl/server';
import { SchedulePage } from '#features/schedule/schedule-page.tsx';
import { readScheduleSearch } from '#features/schedule/schedule-search.ts';
import { alternatesOf } from '#i18n/alternates.ts';
import { getPathname } from '#i18n/navigation.ts';

interface HomeProps {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

/** Every day and every filter is a view of the one schedule. */
export async function generateMetadata(): Promise<Metadata> {
  const canonical = getPathname({ href: '/', locale: await getLocale() });
  return { alternates: { ...(await alternatesOf('/')), canonical } };
}

export default async function Home({ searchParams }: HomeProps) {
  return <SchedulePage search={readScheduleSearch(await searchParams)} />;
}
