import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { readMemberSearch } from '#features/admin-members/member-search.ts';
import { MembersPage } from '#features/admin-members/members-page.tsx';

interface AdminMembersProps {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('adminMembers');
  return { title: t('title') };
}

export default async function AdminMembers({ searchParams }: AdminMembersProps) {
  return <MembersPage search={readMemberSearch(await searchParams)} />;
}
