import { useTranslations } from 'next-intl';
import { TabLinks } from '#components/ui/tab-links.tsx';

/** The two parts of the area: what was, and what would have been. */
export function AnalyticsTabs({ current }: { current: 'figures' | 'lab' }) {
  const t = useTranslations('adminAnalytics.tabs');
  const tabs = [
    { href: '/admin/analytics', label: t('figures'), isCurrent: current === 'figures' },
    { href: '/admin/analytics/policy-lab', label: t('lab'), isCurrent: current === 'lab' },
  ];
  return <TabLinks label={t('label')} tabs={tabs} className="mb-8" />;
}
