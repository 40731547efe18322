import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { SettingsPage } from '#features/admin-settings/settings-page.tsx';
import { readSettingsTab } from '#features/admin-settings/settings-tabs.ts';
import type { RawSearch } from '#lib/navigation/search.ts';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('adminSettings');
  return { title: t('title') };
}

export default async function AdminSettings({ searchParams }: { searchParams: Promise<RawSearch> }) {
  return <SettingsPage tab={readSettingsTab(await searchParams)} />;
}
