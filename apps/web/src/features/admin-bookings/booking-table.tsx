'use client';

import { unwrap } from '@openmat/api-client';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useTimeZone, useTranslations } from 'next-intl';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { PagedList } from '#components/ui/paged-list.tsx';
import type { SortOrder } from '#components/ui/sort-button.tsx';
import { SortSelect } from '#components/ui/sort-select.tsx';
import { Table, Th } from '#components/ui/table.tsx';
import { useRouter } from '#i18n/navigation.ts';
import { api } from '#lib/api/browser-client.ts';
import { queryKeys } from '#lib/api/query-keys.ts';
import { type BookingSearch, bookingQuery, bookingSorts, bookingsHref } from './booking-search.ts';
import { BookingTableRow } from './booking-table-row.tsx';

const PAGE_SIZE = 30;

/** The bookings that the filters leave, a page at a time. */
export function BookingTable({ search }: { search: BookingSearch }) {
  const t = useTranslations('adminBookings');
  const router = useRouter();
  const query = bookingQuery(search, useTimeZone() ?? 'UTC');
  const list = useInfiniteQuery({
    queryKey: queryKeys.adminBookingList(query),
    queryFn: ({ pageParam: cursor, signal }) =>
      unwrap(
        api.GET('/api/v1/admin/bookings', {
          params: { query: { ...query, limit: PAGE_SIZE, ...(cursor && { cursor }) } },
          signal,
        }),
      ),
    initialPageParam: null as string | null,
    getNextPageParam: ({ nextCursor }) => nextCursor,
  });
  const sort = search.sort ?? '-bookedAt';
  const sortBy = (sort: string) => router.replace(bookingsHref({ ...search, sort }), { scroll: false });
  const sorted = (by: 'bookedAt' | 'startsAt') => ({
    sort: orderOf(sort, by),
    onSort: (order: 'ascending' | 'descending') => sortBy(order === 'ascending' ? by : `-${by}`),
  });
  const head = (
    <>
      <Th>{t('member')}</Th>
      <Th wide>{t('session')}</Th>
      <Th wide {...sorted('startsAt')}>
        {t('when')}
      </Th>
      <Th>{t('standing')}</Th>
      <Th wide {...sorted('bookedAt')}>
        {t('booked')}
      </Th>
    </>
  );
  const choices = bookingSorts.map((id) => ({ id, name: t(`sorts.${id}`) }));
  return (
    <>
      <SortSelect value={sort} choices={choices} onSort={sortBy} />
      <PagedList list={list} loading={t('loading')} empty={<EmptyState title={t('empty')} />}>
        {(bookings) => (
          <Table label={t('title')} head={head}>
            {bookings.map((booking) => (
              <BookingTableRow key={booking.id} booking={booking} />
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
