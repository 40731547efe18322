import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { SeriesEditor } from '#features/admin-series/series-editor.tsx';

interface SeriesProps {
  params: Promise<{ id: string }>;
  searchParams: Promise<{ from?: string | string[] }>;
}

const DAY = /^\d{4}-\d{2}-\d{2}$/;

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('adminSeries');
  return { title: t('one') };
}

export default async function OneSeries({ params, searchParams }: SeriesProps) {
  const { from } = await searchParams;
  const day = typeof from === 'string' && DAY.test(from) ? from : undefined;
  return <SeriesEditor seriesId={(await params).id} from={day} />;
}
