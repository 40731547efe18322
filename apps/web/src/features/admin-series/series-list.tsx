'use client';

import { unwrap } from '@openmat/api-client';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { buttonClass } from '#components/ui/button-class.ts';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { PagedList } from '#components/ui/paged-list.tsx';
import { Table, Th } from '#components/ui/table.tsx';
import { Link } from '#i18n/navigation.ts';
import { api } from '#lib/api/browser-client.ts';
import { queryKeys } from '#lib/api/query-keys.ts';
import { SeriesRow } from './series-row.tsx';
import { type SeriesSearch, seriesQuery } from './series-search.ts';

/** The series that the address asks for, the newest first. */
export function SeriesList({ search }: { search: SeriesSearch }) {
  const t = useTranslations('adminSeries');
  const sessions = useTranslations('adminSessions');
  const query = seriesQuery(search);
  const isNarrowed = Object.values(search).some(Boolean);
  const list = useInfiniteQuery({
    queryKey: queryKeys.seriesList(query),
    queryFn: ({ pageParam: cursor, signal }) =>
      unwrap(api.GET('/api/v1/admin/series', { params: { query: { ...query, ...(cursor && { cursor }) } }, signal })),
    initialPageParam: null as string | null,
    getNextPageParam: ({ nextCursor }) => nextCursor,
  });
  const empty = isNarrowed ? (
    <EmptyState title={t('noneHere')} />
  ) : (
    <EmptyState title={t('empty')}>
      <p className="max-w-prose text-muted">{t('emptyHint')}</p>
      <Link href="/admin/sessions/series/new" className={buttonClass('secondary')}>
        {t('new')}
      </Link>
    </EmptyState>
  );
  const head = (
    <>
      <Th>{sessions('classId')}</Th>
      <Th>{t('days')}</Th>
      <Th wide>{sessions('instructorId')}</Th>
      <Th wide>{sessions('locationId')}</Th>
      <Th wide>{t('endsOn')}</Th>
    </>
  );
  return (
    <PagedList list={list} loading={t('loading')} empty={empty}>
      {(items) => (
        <Table label={t('title')} head={head}>
          {items.map((series) => (
            <SeriesRow key={series.id} series={series} />
          ))}
        </Table>
      )}
    </PagedList>
  );
}
