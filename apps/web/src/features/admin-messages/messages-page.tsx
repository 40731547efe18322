import { getTranslations } from 'next-intl/server';
import { CsvButton } from '#components/ui/csv-button.tsx';
import { PageTitle } from '#components/ui/page-title.tsx';
import { MessageFilters } from './message-filters.tsx';
import type { MessageSearch } from './message-search.ts';
import { MessageTable } from './message-table.tsx';

/** The delivery log, narrowed down by the address. */
export async function MessagesPage({ search }: { search: MessageSearch }) {
  const t = await getTranslations('adminMessages');
  return (
    <>
      <PageTitle aside={<CsvButton path="/api/v1/admin/messages" query={search} />}>{t('title')}</PageTitle>
      <MessageFilters search={search} />
      <MessageTable search={search} />
    </>
  );
}
