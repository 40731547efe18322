import { getTranslations } from 'next-intl/server';
import { PageTitle } from '#components/ui/page-title.tsx';
import { TabLinks } from '#components/ui/tab-links.tsx';
import { SettingsPanel } from './settings-panel.tsx';
import { type SettingsTab, settingsHref, settingsTabs } from './settings-tabs.ts';

/** How the studio works, one part at a time. */
export async function SettingsPage({ tab }: { tab: SettingsTab }) {
  const t = await getTranslations('adminSettings');
  const tabs = settingsTabs.map((each) => ({
    href: settingsHref(each),
    label: t(`tabs.${each}`),
    isCurrent: each === tab,
  }));
  return (
    <>
      <PageTitle>{t('title')}</PageTitle>
      <TabLinks label={t('title')} tabs={tabs} className="mb-8" />
      <SettingsPanel tab={tab} />
    </>
  );
}
