import { Plus } from 'lucide-react';
import { getTranslations } from 'next-intl/server';
import { buttonClass } from '#components/ui/button-class.ts';
import { PageTitle } from '#components/ui/page-title.tsx';
import { ScheduleTabs } from '#features/admin-sessions/schedule-tabs.tsx';
import { Link } from '#i18n/navigation.ts';
import { SeriesList } from './series-list.tsx';

/** The recurring sessions of the studio. */
export async function SeriesPage() {
  const t = await getTranslations('adminSeries');
  const newLink = (
    <Link href="/admin/sessions/series/new" className={buttonClass()}>
      <Plus aria-hidden="true" size={18} />
      {t('new')}
    </Link>
  );
  return (
    <>
      <PageTitle aside={newLink}>{t('title')}</PageTitle>
      <ScheduleTabs current="series" />
      <SeriesList />
    </>
  );
}
