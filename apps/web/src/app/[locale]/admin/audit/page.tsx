import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { AuditPage } from '#features/admin-audit/audit-page.tsx';
import { readAuditSearch } from '#features/admin-audit/audit-search.ts';
import type { RawSearch } from '#lib/navigation/search.ts';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('adminAudit');
  return { title: t('title') };
}

export default async function AdminAudit({ searchParams }: { searchParams: Promise<RawSearch> }) {
  return <AuditPage search={readAuditSearch(await searchParams)} />;
}
