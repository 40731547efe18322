'use client';

import { unwrap } from '@openmat/api-client';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { buttonClass } from '#components/ui/button-class.ts';
import { ErrorState } from '#components/ui/error-state.tsx';
import { MoreButton } from '#components/ui/more-button.tsx';
import { Notice } from '#components/ui/notice.tsx';
import { ListSkeleton } from '#components/ui/skeleton.tsx';
import { Link } from '#i18n/navigation.ts';
import { api } from '#lib/api/browser-client.ts';
import { queryKeys } from '#lib/api/query-keys.ts';
import { JobFailureRow } from './job-failure-row.tsx';

const PAGE_SIZE = 30;

/** Jobs that failed, of all queues or of one. */
export function JobFailures({ queue }: { queue: string | null }) {
  const t = useTranslations('adminJobs');
  const list = useFailures(queue);
  if (!list.data) {
    if (list.error) return <ErrorState error={list.error} retry={list.refetch} pending={list.isFetching} />;
    return <ListSkeleton label={t('loading')} rows={2} />;
  }
  const failures = list.data.pages.flatMap(({ items }) => items);
  return (
    <section aria-labelledby="failures">
      <div className="flex flex-wrap items-center justify-between gap-3 pb-3">
        <h2 id="failures" className="font-bold text-2xl tracking-tight">
          {queue === null ? t('failures') : t('failuresOf', { queue })}
        </h2>
        {queue !== null && (
          <Link href="/admin/jobs" className={buttonClass('quiet')}>
            {t('allQueues')}
          </Link>
        )}
      </div>
      {failures.length === 0 ? (
        <Notice>{t('noFailures')}</Notice>
      ) : (
        <ul aria-labelledby="failures" className="border-line border-t">
          {failures.map((failure) => (
            <JobFailureRow key={failure.id} failure={failure} />
          ))}
        </ul>
      )}
      <MoreButton list={list} />
    </section>
  );
}

function useFailures(queue: string | null) {
  const search = queue === null ? {} : { queue };
  return useInfiniteQuery({
    queryKey: queryKeys.jobFailures(search),
    queryFn: ({ pageParam: cursor, signal }) => {
      const query = { ...search, limit: PAGE_SIZE, ...(cursor && { cursor }) };
      return unwrap(api.GET('/api/v1/admin/jobs/failures', { params: { query }, signal }));
    },
    initialPageParam: null as string | null,
    getNextPageParam: ({ nextCursor }) => nextCursor,
  });
}
