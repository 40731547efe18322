import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { AnalyticsPage } from '#features/admin-analytics/analytics-page.tsx';
import { readAnalyticsSearch } from '#features/admin-analytics/analytics-search.ts';

interface AdminAnalyticsProps {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('adminAnalytics');
  return { title: t('title') };
}

export default async function AdminAnalytics({ searchParams }: AdminAnalyticsProps) {
  return <AnalyticsPage search={readAnalyticsSearch(await searchParams)} />;
}
