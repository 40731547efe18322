import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { PageTitle } from '#components/ui/page-title.tsx';
import { NewSessionForm } from '#features/admin-sessions/new-session-form.tsx';
import { readNewSessionStart } from '#features/admin-sessions/new-session-start.ts';

interface NewSessionProps {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('adminSessions');
  return { title: t('new') };
}

export default async function NewSession({ searchParams }: NewSessionProps) {
  const t = await getTranslations('adminSessions');
  return (
    <>
      <PageTitle>{t('new')}</PageTitle>
      <NewSessionForm start={readNewSessionStart(await searchParams)} />
    </>
  );
}
