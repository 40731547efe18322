import { Plus } from 'lucide-react';
import { getTranslations } from 'next-intl/server';
import { buttonClass } from '#components/ui/button-class.ts';
import { PageTitle } from '#components/ui/page-title.tsx';
import { Link } from '#i18n/navigation.ts';
import type { AdminSessionSearch } from './admin-session-search.ts';
import { SessionsViews } from './sessions-views.tsx';

/** The schedule of the studio: a week, or a list, narrowed down by the address. */
export async function AdminSessionsPage({ search }: { search: AdminSessionSearch }) {
  const t = await getTranslations('adminSessions');
  const newLink = (
    <Link href="/admin/sessions/new" className={buttonClass()}>
      <Plus aria-hidden="true" size={18} />
      {t('new')}
    </Link>
  );
  return (
    <>
      <PageTitle aside={newLink}>{t('title')}</PageTitle>
      <SessionsViews search={search} />
    </>
  );
}
