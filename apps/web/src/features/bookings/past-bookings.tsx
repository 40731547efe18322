'use client';

import { unwrap } from '@openmat/api-client';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { buttonClass } from '#components/ui/button-class.ts';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { ErrorState } from '#components/ui/error-state.tsx';
import { MoreButton } from '#components/ui/more-button.tsx';
import { ListSkeleton } from '#components/ui/skeleton.tsx';
import { Link } from '#i18n/navigation.ts';
import { api } from '#lib/api/browser-client.ts';
import { queryKeys } from '#lib/api/query-keys.ts';
import { BookingRow } from './booking-row.tsx';
import { useNow } from './use-now.ts';

const PAGE_SIZE = 20;

/** Where I was, latest first. */
export function PastBookings() {
  const t = useTranslations('bookings');
  const now = useNow();
  const list = useInfiniteQuery({
    queryKey: queryKeys.bookingList('past'),
    queryFn: ({ pageParam, signal }) => {
      const query = { when: 'past', limit: PAGE_SIZE, ...(pageParam && { cursor: pageParam }) } as const;
      return unwrap(api.GET('/api/v1/bookings', { params: { query }, signal }));
    },
    initialPageParam: null as string | null,
    getNextPageParam: ({ nextCursor }) => nextCursor,
  });
  if (!list.data) {
    if (list.error) return <ErrorState error={list.error} retry={list.refetch} pending={list.isFetching} />;
    return <ListSkeleton label={t('loading')} />;
  }
  const bookings = list.data.pages.flatMap(({ items }) => items);
  if (bookings.length === 0) {
    return (
      <EmptyState title={t('emptyPast')}>
        <Link href="/" className={buttonClass('secondary')}>
          {t('findClass')}
        </Link>
      </EmptyState>
    );
  }
  return (
    <>
      <ul aria-label={t('past')}>
        {bookings.map((booking) => (
          <BookingRow key={booking.id} booking={booking} now={now} />
        ))}
      </ul>
      <MoreButton list={list} />
    </>
  );
}
