import { Plus } from 'lucide-react';
import { getTranslations } from 'next-intl/server';
import { buttonClass } from '#components/ui/button-class.ts';
import { CsvButton } from '#components/ui/csv-button.tsx';
import { PageTitle } from '#components/ui/page-title.tsx';
import { ScheduleTabs } from '#features/admin-sessions/schedule-tabs.tsx';
import { Link } from '#i18n/navigation.ts';
import { SeriesFilters } from './series-filters.tsx';
import { SeriesList } from './series-list.tsx';
import type { SeriesSearch } from './series-search.ts';

/** The recurring sessions of the studio. */
export async function SeriesPage({ search }: { search: SeriesSearch }) {
  const t = await getTranslations('adminSeries');
  const actions = (
    <div className="flex flex-wrap gap-3">
      <CsvButton path="/api/v1/admin/series" query={{ isActive: true }} />
      <Link href="/admin/sessions/series/new" className={buttonClass()}>
        <Plus aria-hidden="true" size={18} />
        {t('new')}
      </Link>
    </div>
  );
  return (
    <>
      <PageTitle aside={actions}>{t('title')}</PageTitle>
      <ScheduleTabs current="series" />
      <SeriesFilters search={search} />
      <SeriesList search={search} />
    </>
  );
}
