import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { JobsPage } from '#features/admin-jobs/jobs-page.tsx';

interface AdminJobsProps {
  searchParams: Promise<{ queue?: string | string[] }>;
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('adminJobs');
  return { title: t('title') };
}

export default async function AdminJobs({ searchParams }: AdminJobsProps) {
  const { queue } = await searchParams;
  return <JobsPage queue={typeof queue === 'string' && queue ? queue : null} />;
}
