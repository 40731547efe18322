import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { readAdminSessionSearch } from '#features/admin-sessions/admin-session-search.ts';
import { AdminSessionsPage } from '#features/admin-sessions/admin-sessions-page.tsx';

interface AdminSessionsProps {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('adminSessions');
  return { title: t('title') };
}

export default async function AdminSessions({ searchParams }: AdminSessionsProps) {
  return <AdminSessionsPage search={readAdminSessionSearch(await searchParams)} />;
}
