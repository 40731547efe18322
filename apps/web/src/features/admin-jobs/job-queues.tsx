'use client';

import { unwrap } from '@openmat/api-client';
import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { ErrorState } from '#components/ui/error-state.tsx';
import { ListSkeleton } from '#components/ui/skeleton.tsx';
import { api } from '#lib/api/browser-client.ts';
import { queryKeys } from '#lib/api/query-keys.ts';
import { JobQueueRow } from './job-queue-row.tsx';

const number = 'hidden py-2 pl-4 text-right font-semibold md:table-cell';

/** Every kind of background work and how it stands. */
export function JobQueues() {
  const t = useTranslations('adminJobs');
  const { data, error, refetch, isFetching } = useQuery({
    queryKey: queryKeys.jobQueues,
    queryFn: ({ signal }) => unwrap(api.GET('/api/v1/admin/jobs', { signal })),
  });
  if (!data) {
    if (error) return <ErrorState error={error} retry={refetch} pending={isFetching} />;
    return <ListSkeleton label={t('loading')} />;
  }
  return (
    <section aria-labelledby="queues" className="pt-10">
      <h2 id="queues" className="pb-3 font-bold text-2xl tracking-tight">
        {t('queues')}
      </h2>
      <table aria-labelledby="queues" className="w-full border-collapse text-left">
        <thead className="border-line-strong border-b text-muted text-sm">
          <tr>
            <th className="py-2 font-semibold">{t('queue')}</th>
            <th className={number}>{t('waiting')}</th>
            <th className={number}>{t('running')}</th>
            <th className={number}>{t('failed')}</th>
            <th className={number}>{t('dead')}</th>
          </tr>
        </thead>
        <tbody>
          {data.items.map((queue) => (
            <JobQueueRow key={queue.name} queue={queue} />
          ))}
        </tbody>
      </table>
    </section>
  );
}
