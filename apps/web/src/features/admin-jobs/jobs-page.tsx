import { getTranslations } from 'next-intl/server';
import { PageTitle } from '#components/ui/page-title.tsx';
import { JobFailures } from './job-failures.tsx';
import { JobQueues } from './job-queues.tsx';
import { RefreshButton } from './refresh-button.tsx';

/** Background work: what failed, and how every queue stands. */
export async function JobsPage({ queue }: { queue: string | null }) {
  const t = await getTranslations('adminJobs');
  return (
    <>
      <PageTitle aside={<RefreshButton />}>{t('title')}</PageTitle>
      <JobFailures queue={queue} />
      <JobQueues />
    </>
  );
}
