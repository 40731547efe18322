'use client';

import { unwrap } from '@openmat/api-client';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useTimeZone, useTranslations } from 'next-intl';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { PagedList } from '#components/ui/paged-list.tsx';
import { api } from '#lib/api/browser-client.ts';
import { queryKeys } from '#lib/api/query-keys.ts';
import { AuditEntry } from './audit-entry.tsx';
import { type AuditSearch, auditQuery } from './audit-search.ts';

const PAGE_SIZE = 30;

interface AuditListProps {
  search: AuditSearch;
  /** What to say when there is nothing, where nobody chose the filters. */
  empty?: string;
}

/** What the studio did, newest first, a page at a time. */
export function AuditList({ search, empty }: AuditListProps) {
  const t = useTranslations('adminAudit');
  const query = auditQuery(search, useTimeZone() ?? 'UTC');
  const list = useInfiniteQuery({
    queryKey: queryKeys.auditList(query),
    queryFn: ({ pageParam: cursor, signal }) =>
      unwrap(
        api.GET('/api/v1/admin/audit', {
          params: { query: { ...query, limit: PAGE_SIZE, ...(cursor && { cursor }) } },
          signal,
        }),
      ),
    initialPageParam: null as string | null,
    getNextPageParam: ({ nextCursor }) => nextCursor,
  });
  return (
    <PagedList list={list} loading={t('loading')} empty={<EmptyState title={empty ?? t('empty')} />}>
      {(rows) => (
        <ul aria-label={t('title')} className="border-line border-t">
          {rows.map((row) => (
            <AuditEntry key={row.id} row={row} />
          ))}
        </ul>
      )}
    </PagedList>
  );
}
