import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { SeriesPage } from '#features/admin-series/series-page.tsx';
import { readSeriesSearch } from '#features/admin-series/series-search.ts';

interface AllSeriesProps {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('adminSeries');
  return { title: t('title') };
}

export default async function AllSeries({ searchParams }: AllSeriesProps) {
  return <SeriesPage search={readSeriesSearch(await searchParams)} />;
}
