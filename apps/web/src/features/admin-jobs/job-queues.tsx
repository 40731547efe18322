'use client';

import { unwrap } from '@openmat/api-client';
import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { ErrorState } from '#components/ui/error-state.tsx';
import { ListSkeleton } from '#components/ui/skeleton.tsx';
import { Table, Th } from '#components/ui/table.tsx';
import { api } from '#lib/api/browser-client.ts';
import { queryKeys } from '#lib/api/query-keys.ts';
import { JobQueueRow } from './job-queue-row.tsx';

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
  const head = (
    <>
      <Th>{t('queue')}</Th>
      <Th numeric wide>
        {t('waiting')}
      </Th>
      <Th numeric wide>
        {t('running')}
      </Th>
      <Th numeric wide>
        {t('failed')}
      </Th>
      <Th numeric wide>
        {t('dead')}
      </Th>
    </>
  );
  return (
    <section aria-labelledby="queues" className="pt-10">
      <h2 id="queues" className="pb-3 font-bold text-2xl tracking-tight">
        {t('queues')}
      </h2>
      <Table label={t('queues')} head={head}>
        {data.items.map((queue) => (
          <JobQueueRow key={queue.name} queue={queue} />
        ))}
      </Table>
    </section>
  );
}
