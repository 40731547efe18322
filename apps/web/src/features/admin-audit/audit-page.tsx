import { getTimeZone, getTranslations } from 'next-intl/server';
import { CsvButton } from '#components/ui/csv-button.tsx';
import { PageTitle } from '#components/ui/page-title.tsx';
import { AuditFilters } from './audit-filters.tsx';
import { AuditList } from './audit-list.tsx';
import { type AuditSearch, auditQuery } from './audit-search.ts';

/** Who of the studio did what, narrowed down by the address. */
export async function AuditPage({ search }: { search: AuditSearch }) {
  const [t, timeZone] = await Promise.all([getTranslations('adminAudit'), getTimeZone()]);
  return (
    <>
      <PageTitle aside={<CsvButton path="/api/v1/admin/audit" query={auditQuery(search, timeZone)} />}>
        {t('title')}
      </PageTitle>
      <p className="max-w-prose pb-6 text-muted">{t('about')}</p>
      <AuditFilters search={search} />
      <AuditList search={search} />
    </>
  );
}
