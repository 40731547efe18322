'use client';

import { unwrap } from '@openmat/api-client';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useTimeZone, useTranslations } from 'next-intl';
import { buttonClass } from '#components/ui/button-class.ts';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { ErrorState } from '#components/ui/error-state.tsx';
import { MoreButton } from '#components/ui/more-button.tsx';
import { ListSkeleton } from '#components/ui/skeleton.tsx';
import { Link } from '#i18n/navigation.ts';
import { api } from '#lib/api/browser-client.ts';
import { queryKeys } from '#lib/api/query-keys.ts';
import { type AdminSessionSearch, adminSessionQuery } from './admin-session-search.ts';
import { SessionTableRow } from './session-table-row.tsx';

const PAGE_SIZE = 30;
const heading = 'py-2 pr-4 font-semibold';

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
  if (!list.data) {
    if (list.error) return <ErrorState error={list.error} retry={list.refetch} pending={list.isFetching} />;
    return <ListSkeleton label={t('loading')} />;
  }
  const sessions = list.data.pages.flatMap(({ items }) => items);
  if (sessions.length === 0) {
    return (
      <EmptyState title={t('empty')}>
        <Link href="/admin/sessions/new" className={buttonClass('secondary')}>
          {t('new')}
        </Link>
      </EmptyState>
    );
  }
  return (
    <>
      <table className="w-full border-collapse text-left">
        <caption className="sr-only">{t('title')}</caption>
        <thead className="border-line-strong border-b text-muted text-sm">
          <tr>
            <th className={heading}>{t('when')}</th>
            <th className={heading}>{t('classId')}</th>
            <th className={`${heading} hidden md:table-cell`}>{t('instructorId')}</th>
            <th className={`${heading} hidden md:table-cell`}>{t('locationId')}</th>
            <th className="py-2 text-right font-semibold">{t('places')}</th>
          </tr>
        </thead>
        <tbody>
          {sessions.map((session) => (
            <SessionTableRow key={session.id} session={session} />
          ))}
        </tbody>
      </table>
      <MoreButton list={list} />
    </>
  );
}
