'use client';

import { useTranslations } from 'next-intl';
import { TabLinks } from '#components/ui/tab-links.tsx';
import { type AdminSessionSearch, adminSessionsHref } from './admin-session-search.ts';

type Tab = 'week' | 'list' | 'series';

/** The ways to look at the schedule; what it is narrowed down to goes along between week and list. */
export function ScheduleTabs({ current, search = {} }: { current: Tab | null; search?: AdminSessionSearch }) {
  const t = useTranslations('adminSessions');
  const tab = (name: Tab, href: string) => ({ href, label: t(`views.${name}`), isCurrent: name === current });
  const tabs = [
    tab('week', adminSessionsHref({ ...search, view: 'week' })),
    tab('list', adminSessionsHref({ ...search, view: 'list' })),
    tab('series', '/admin/sessions/series'),
  ];
  return <TabLinks label={t('views.label')} tabs={tabs} className="mb-6" />;
}
