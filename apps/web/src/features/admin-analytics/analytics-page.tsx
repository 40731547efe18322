import { getNow, getTimeZone, getTranslations } from 'next-intl/server';
import { PageTitle } from '#components/ui/page-title.tsx';
import { instantToWallTime } from '#lib/format/wall-time.ts';
import { AnalyticsBoard } from './analytics-board.tsx';
import type { AnalyticsSearch } from './analytics-search.ts';
import { AnalyticsTabs } from './analytics-tabs.tsx';

/** Figures and charts; which day it is counts at the studio, not where somebody looks at them. */
export async function AnalyticsPage({ search }: { search: AnalyticsSearch }) {
  const t = await getTranslations('adminAnalytics');
  const { date: today } = instantToWallTime((await getNow()).toISOString(), await getTimeZone());
  return (
    <>
      <PageTitle>{t('title')}</PageTitle>
      <AnalyticsTabs current="figures" />
      <AnalyticsBoard search={search} today={today} />
    </>
  );
}
