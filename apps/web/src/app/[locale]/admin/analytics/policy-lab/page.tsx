import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { PolicyLabPage } from '#features/admin-policy-lab/policy-lab-page.tsx';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('adminPolicyLab');
  return { title: t('title') };
}

export default function AdminPolicyLab() {
  return <PolicyLabPage />;
}
