'use client';

import { unwrap } from '@openmat/api-client';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { PagedList } from '#components/ui/paged-list.tsx';
import type { SortOrder } from '#components/ui/sort-button.tsx';
import { SortSelect } from '#components/ui/sort-select.tsx';
import { Table, Th } from '#components/ui/table.tsx';
import { useRouter } from '#i18n/navigation.ts';
import { api } from '#lib/api/browser-client.ts';
import { queryKeys } from '#lib/api/query-keys.ts';
import { type MemberSearch, memberQuery, memberSorts, membersHref } from './member-search.ts';
import { MemberTableRow } from './member-table-row.tsx';

const PAGE_SIZE = 30;

/** The members that the filters leave, a page at a time. */
export function MemberTable({ search }: { search: MemberSearch }) {
  const t = useTranslations('adminMembers');
  const router = useRouter();
  const query = memberQuery(search);
  const list = useInfiniteQuery({
    queryKey: queryKeys.memberList(query),
    queryFn: ({ pageParam: cursor, signal }) =>
      unwrap(
        api.GET('/api/v1/admin/users', {
          params: { query: { ...query, limit: PAGE_SIZE, ...(cursor && { cursor }) } },
          signal,
        }),
      ),
    initialPageParam: null as string | null,
    getNextPageParam: ({ nextCursor }) => nextCursor,
  });
  const sort = search.sort ?? '-createdAt';
  const sortBy = (sort: string) => router.replace(membersHref({ ...search, sort }), { scroll: false });
  const sorted = (by: 'name' | 'createdAt') => ({
    sort: orderOf(sort, by),
    onSort: (order: 'ascending' | 'descending') => sortBy(order === 'ascending' ? by : `-${by}`),
  });
  const head = (
    <>
      <Th {...sorted('name')}>{t('name')}</Th>
      <Th>{t('ticket')}</Th>
      <Th wide>{t('role')}</Th>
      <Th wide {...sorted('createdAt')}>
        {t('since')}
      </Th>
    </>
  );
  const choices = memberSorts.map((id) => ({ id, name: t(`sorts.${id}`) }));
  return (
    <>
      <SortSelect value={sort} choices={choices} onSort={sortBy} />
      <PagedList list={list} loading={t('loading')} empty={<EmptyState title={t('empty')} />}>
        {(members) => (
          <Table label={t('title')} head={head}>
            {members.map((member) => (
              <MemberTableRow key={member.id} member={member} />
            ))}
          </Table>
        )}
      </PagedList>
    </>
  );
}

function orderOf(sort: string, by: string): SortOrder {
  if (sort === by) return 'ascending';
  return sort === `-${by}` ? 'descending' : 'none';
}
