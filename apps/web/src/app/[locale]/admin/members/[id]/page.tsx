import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { MemberPage } from '#features/admin-members/member-page.tsx';
import { readMemberTab } from '#features/admin-members/member-tab.ts';

interface AdminMemberProps {
  params: Promise<{ id: string }>;
  searchParams: Promise<{ tab?: string | string[] }>;
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('adminMembers');
  return { title: t('one') };
}

export default async function AdminMember({ params, searchParams }: AdminMemberProps) {
  const [{ id }, { tab }] = await Promise.all([params, searchParams]);
  return <MemberPage userId={id} tab={readMemberTab(tab)} />;
}
