'use client';

import { unwrap } from '@openmat/api-client';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useTimeZone, useTranslations } from 'next-intl';
import { buttonClass } from '#components/ui/button-class.ts';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { PagedList } from '#components/ui/paged-list.tsx';
import { Table, Th } from '#components/ui/table.tsx';
import { Link } from '#i18n/navigation.ts';
import { api } from '#lib/api/browser-client.ts';
import { queryKeys } from '#lib/api/query-keys.ts';
import { type AdminSessionSearch, adminSessionQuery } from './admin-session-search.ts';
import { SessionTableRow } from './session-table-row.tsx';

const PAGE_SIZE = 30;

/** The sessions that the filters leave, a page at a time. */
export function SessionTable({ search }: { search: AdminSessionSearch }) {
  const t = useTranslations('adminSessions');
  const query = adminSessionQuery(search, useTimeZone() ?? 'UTC');
  const list = useInfiniteQuery({
    queryKey: queryKeys.adminSessionList(query),
    queryFn: ({ pageParam: cursor, signal }) =>
      unwrap(
        api.GET('/api/v1/admin/sessions', {
          params: { query: { ...query, limit: PAGE_SIZE, ...(cursor && { cursor }) } },
          signal,
        }),
      ),
    initialPageParam: null as string | null,
    getNextPageParam: ({ nextCursor }) => nextCursor,
  });
  const empty = (
    <EmptyState title={t('empty')}>
      <Link href="/admin/sessions/new" className={buttonClass('secondary')}>
        {t('new')}
      </Link>
    </EmptyState>
  );
  const head = (
    <>
      <Th>{t('when')}</Th>
      <Th>{t('classId')}</Th>
      <Th wide>{t('instructorId')}</Th>
      <Th wide>{t('locationId')}</Th>
      <Th numeric>{t('places')}</Th>
    </>
  );
  return (
    <PagedList list={list} loading={t('loading')} empty={empty}>
      {(sessions) => (
        <Table label={t('title')} head={head}>
          {sessions.map((session) => (
            <SessionTableRow key={session.id} session={session} />
          ))}
        </Table>
      )}
    </PagedList>
  );
}
