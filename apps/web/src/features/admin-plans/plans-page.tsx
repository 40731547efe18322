import { getTranslations } from 'next-intl/server';
import { buttonClass } from '#components/ui/button-class.ts';
import { CsvButton } from '#components/ui/csv-button.tsx';
import { PageTitle } from '#components/ui/page-title.tsx';
import { Link } from '#i18n/navigation.ts';
import { PlanList } from './plan-list.tsx';

/** What the studio sells, in the order of its shop. */
export async function PlansPage() {
  const t = await getTranslations('adminPlans');
  return (
    <>
      <PageTitle
        aside={
          <div className="flex flex-wrap gap-3">
            <CsvButton path="/api/v1/admin/ticket-plans" />
            <Link href="/admin/plans/new" className={buttonClass()}>
              {t('new')}
            </Link>
          </div>
        }
      >
        {t('title')}
      </PageTitle>
      <PlanList />
    </>
  );
}
