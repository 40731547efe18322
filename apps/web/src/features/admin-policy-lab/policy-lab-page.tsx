import { getNow, getTimeZone, getTranslations } from 'next-intl/server';
import { Notice } from '#components/ui/notice.tsx';
import { PageTitle } from '#components/ui/page-title.tsx';
import { RetryPage } from '#components/ui/retry-page.tsx';
import { AnalyticsTabs } from '#features/admin-analytics/analytics-tabs.tsx';
import { rangeOf } from '#features/admin-analytics/period-presets.ts';
import { loadStudio } from '#lib/api/load-studio.ts';
import { instantToWallTime } from '#lib/format/wall-time.ts';
import { PolicyLab } from './policy-lab.tsx';

/** The place to try other rules on what has been. */
export async function PolicyLabPage() {
  const t = await getTranslations('adminPolicyLab');
  const { policy } = await loadStudio();
  const { date: today } = instantToWallTime((await getNow()).toISOString(), await getTimeZone());
  return (
    <>
      <PageTitle>{t('title')}</PageTitle>
      <AnalyticsTabs current="lab" />
      <p className="max-w-prose pb-4">{t('intro')}</p>
      <Notice className="mb-8 max-w-prose">{t('nothingChanges')}</Notice>
      {policy ? <PolicyLab policy={policy} days={rangeOf('last90', today)} /> : <RetryPage />}
    </>
  );
}
