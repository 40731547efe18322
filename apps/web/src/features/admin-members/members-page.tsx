import { Upload } from 'lucide-react';
import { getTranslations } from 'next-intl/server';
import { buttonClass } from '#components/ui/button-class.ts';
import { CsvButton } from '#components/ui/csv-button.tsx';
import { PageTitle } from '#components/ui/page-title.tsx';
import { Link } from '#i18n/navigation.ts';
import { offeredLocales } from '#i18n/offered-locales.ts';
import { loadStudio } from '#lib/api/load-studio.ts';
import { MemberFilters } from './member-filters.tsx';
import { type MemberSearch, memberQuery } from './member-search.ts';
import { MemberTable } from './member-table.tsx';
import { NewMember } from './new-member.tsx';

/** Everybody with an account, narrowed down by the address. */
export async function MembersPage({ search }: { search: MemberSearch }) {
  const [t, { locales }] = await Promise.all([getTranslations('adminMembers'), loadStudio()]);
  const actions = (
    <div className="flex flex-wrap gap-3">
      <CsvButton path="/api/v1/admin/users" query={memberQuery(search)} />
      <Link href="/admin/members/import" prefetch={false} className={buttonClass('secondary')}>
        <Upload aria-hidden="true" size={18} />
        {t('import')}
      </Link>
      <NewMember locales={offeredLocales(locales)} />
    </div>
  );
  return (
    <>
      <PageTitle aside={actions}>{t('title')}</PageTitle>
      <MemberFilters search={search} />
      <MemberTable search={search} />
    </>
  );
}
