'use client';

import { unwrap } from '@openmat/api-client';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { PagedList } from '#components/ui/paged-list.tsx';
import { Table, Th } from '#components/ui/table.tsx';
import { SessionTableRow } from '#features/admin-sessions/session-table-row.tsx';
import { api } from '#lib/api/browser-client.ts';
import { queryKeys } from '#lib/api/query-keys.ts';

/** The sessions of a series that are to come; each leads to its own page, where it alone is changed. */
export function ComingSessions({ seriesId }: { seriesId: string }) {
  const t = useTranslations('adminSeries');
  const sessions = useTranslations('adminSessions');
  const query = { seriesId, isActive: true, limit: 10 };
  const list = useInfiniteQuery({
    queryKey: queryKeys.adminSessionList(query),
    queryFn: ({ pageParam: cursor, signal }) =>
      unwrap(api.GET('/api/v1/admin/sessions', { params: { query: { ...query, ...(cursor && { cursor }) } }, signal })),
    initialPageParam: null as string | null,
    getNextPageParam: ({ nextCursor }) => nextCursor,
  });
  const head = (
    <>
      <Th>{sessions('when')}</Th>
      <Th>{sessions('classId')}</Th>
      <Th wide>{sessions('instructorId')}</Th>
      <Th wide>{sessions('locationId')}</Th>
      <Th numeric>{sessions('places')}</Th>
    </>
  );
  return (
    <section aria-labelledby="coming">
      <h2 id="coming" className="pb-1 font-bold text-2xl tracking-tight">
        {t('coming')}
      </h2>
      <p className="max-w-prose pb-4 text-muted">{t('comingHint')}</p>
      <PagedList list={list} loading={sessions('loading')} empty={<p>{t('noneComing')}</p>}>
        {(items) => (
          <Table label={t('coming')} head={head}>
            {items.map((session) => (
              <SessionTableRow key={session.id} session={session} />
            ))}
          </Table>
        )}
      </PagedList>
    </section>
  );
}
