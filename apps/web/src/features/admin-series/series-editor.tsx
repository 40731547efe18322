'use client';

import { unwrap } from '@openmat/api-client';
import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { BackLink } from '#components/ui/back-link.tsx';
import { ErrorState } from '#components/ui/error-state.tsx';
import { Notice } from '#components/ui/notice.tsx';
import { PageTitle } from '#components/ui/page-title.tsx';
import { ListSkeleton, Skeleton } from '#components/ui/skeleton.tsx';
import { useCatalogue } from '#features/admin-sessions/use-catalogue.ts';
import { api } from '#lib/api/browser-client.ts';
import { queryKeys } from '#lib/api/query-keys.ts';
import { ChangeSeriesForm } from './change-series-form.tsx';
import { ComingSessions } from './coming-sessions.tsx';
import { EndSeries } from './end-series.tsx';
import { useRuleText } from './use-rule-text.ts';

/** One series: what it is, what is to come, and what can be changed about it. */
export function SeriesEditor({ seriesId, from }: { seriesId: string; from: string | undefined }) {
  const t = useTranslations('adminSeries');
  const ruleText = useRuleText();
  const catalogue = useCatalogue();
  const { data, error, refetch, isFetching } = useQuery({
    queryKey: queryKeys.oneSeries(seriesId),
    queryFn: ({ signal }) =>
      unwrap(api.GET('/api/v1/admin/series/{id}', { params: { path: { id: seriesId } }, signal })),
  });
  if (!data) {
    if (error) return <ErrorState error={error} retry={refetch} pending={isFetching} />;
    return <ListSkeleton label={t('loading')} rows={3} />;
  }
  return (
    <>
      <BackLink href="/admin/sessions/series">{t('title')}</BackLink>
      <PageTitle aside={data.isActive && <EndSeries series={data} />}>
        {data.class.name}
        <span className="block pt-1 font-medium text-lg text-muted tracking-normal">
          {ruleText(data.rule)} · {data.startTime}
        </span>
      </PageTitle>
      {!data.isActive && <Notice className="mb-8">{t('isOver')}</Notice>}
      <div className="grid gap-14">
        <ComingSessions seriesId={seriesId} />
        {data.isActive && (
          <section aria-labelledby="change">
            <h2 id="change" className="pb-4 font-bold text-2xl tracking-tight">
              {t('change')}
            </h2>
            {catalogue.data ? (
              <ChangeSeriesForm key={data.id} series={data} catalogue={catalogue.data} from={from} />
            ) : catalogue.error ? (
              <ErrorState error={catalogue.error} retry={catalogue.refetch} pending={catalogue.isFetching} />
            ) : (
              <Skeleton className="h-72 w-full" />
            )}
          </section>
        )}
      </div>
    </>
  );
}
