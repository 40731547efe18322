import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { AccountPage } from '#features/account/account-page.tsx';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('myAccount');
  return { title: t('title') };
}

export default function Account() {
  return <AccountPage />;
}
