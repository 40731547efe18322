import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { readDeskSearch } from '#features/admin-today/desk-search.ts';
import { TodayPage } from '#features/admin-today/today-page.tsx';

interface TodayProps {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('adminToday');
  return { title: t('title') };
}

export default async function Today({ searchParams }: TodayProps) {
  return <TodayPage search={readDeskSearch(await searchParams)} />;
}
