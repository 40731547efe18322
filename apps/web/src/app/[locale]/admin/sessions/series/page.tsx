import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { SeriesPage } from '#features/admin-series/series-page.tsx';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('adminSeries');
  return { title: t('title') };
}

export default function AllSeries() {
  return <SeriesPage />;
}
