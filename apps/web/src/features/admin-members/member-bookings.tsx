'use client';

import { unwrap } from '@openmat/api-client';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useFormatter, useTranslations } from 'next-intl';
import { useState } from 'react';
import { Badge } from '#components/ui/badge.tsx';
import { CsvButton } from '#components/ui/csv-button.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { PagedList } from '#components/ui/paged-list.tsx';
import { bookingsHref } from '#features/admin-bookings/booking-search.ts';
import { standingOf, standingTone } from '#features/admin-bookings/booking-standing.ts';
import { Link } from '#i18n/navigation.ts';
import { api } from '#lib/api/browser-client.ts';
import { queryKeys } from '#lib/api/query-keys.ts';
import type { OverviewBooking } from '#lib/api/types.ts';

const PAGE_SIZE = 20;

interface MemberBookingsProps {
  userId: string;
  /** Only those whose session has not started, the next one first. */
  coming?: boolean;
}

/** A member's bookings, the latest session first. */
export function MemberBookings({ userId, coming = false }: MemberBookingsProps) {
  const t = useTranslations('adminMembers');
  const list = useBookings(userId, coming);
  const empty = coming ? (
    <p className="text-muted">{t('bookings.empty')}</p>
  ) : (
    <EmptyState title={t('bookings.empty')} />
  );
  return (
    <PagedList list={list} loading={t('bookings.loading')} empty={empty}>
      {(bookings) => (
        <>
          <ul aria-label={coming ? t('bookings.coming') : t('bookings.title')} className="border-line border-t">
            {bookings.map((booking) => (
              <BookingLine key={booking.id} booking={booking} />
            ))}
          </ul>
          {!coming && <AllBookings userId={userId} />}
        </>
      )}
    </PagedList>
  );
}

/** Where the bookings can be narrowed down, and all of them as a file. */
function AllBookings({ userId }: { userId: string }) {
  const t = useTranslations('adminMembers');
  return (
    <div className="flex flex-wrap items-center justify-between gap-3 pt-4">
      <Link
        href={bookingsHref({ userId })}
        prefetch={false}
        className="inline-flex min-h-11 items-center font-medium underline underline-offset-4"
      >
        {t('bookings.all')}
      </Link>
      <CsvButton path="/api/v1/admin/users/{id}/bookings" id={userId} query={{ sort: '-startsAt' }} />
    </div>
  );
}

function BookingLine({ booking }: { booking: OverviewBooking }) {
  const t = useTranslations('adminMembers');
  const standings = useTranslations('adminBookings');
  const format = useFormatter();
  const { session, state, bookedAt, ticket } = booking;
  const { timeZone } = session;
  const standing = standingOf(booking);
  return (
    <li
      className={`flex flex-wrap items-start justify-between gap-x-4 gap-y-1 border-line border-b py-3 ${state === 'canceled' ? 'text-muted' : ''}`}
    >
      <div className="min-w-0">
        <Link
          href={`/admin/sessions/${session.id}`}
          prefetch={false}
          className="font-semibold underline-offset-4 hover:underline"
        >
          {session.class.name}
        </Link>
        <p>{format.dateTime(new Date(session.startsAt), 'moment', { timeZone })}</p>
        <p className="text-muted text-sm">
          {t('bookings.booked', { time: format.dateTime(new Date(bookedAt), 'moment') })},{' '}
          {t('bookings.ticket', { name: ticket.name })}
        </p>
      </div>
      <Badge tone={standingTone[standing]}>{standings(`standings.${standing}`)}</Badge>
    </li>
  );
}

function useBookings(userId: string, coming: boolean) {
  const [from] = useState(() => new Date().toISOString());
  const query = coming ? ({ from, sort: 'startsAt' } as const) : ({ sort: '-startsAt' } as const);
  return useInfiniteQuery({
    queryKey: [...queryKeys.memberBookings(userId), coming],
    queryFn: ({ pageParam: cursor, signal }) => {
      const params = { path: { id: userId }, query: { ...query, limit: PAGE_SIZE, ...(cursor && { cursor }) } };
      return unwrap(api.GET('/api/v1/admin/users/{id}/bookings', { params, signal }));
    },
    initialPageParam: null as string | null,
    getNextPageParam: ({ nextCursor }) => nextCursor,
  });
}
