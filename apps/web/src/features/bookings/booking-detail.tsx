'use client';

import { unwrap } from '@openmat/api-client';
import { useQuery } from '@tanstack/react-query';
import { useFormatter, useTranslations } from 'next-intl';
import { useMemo } from 'react';
import { buttonClass } from '#components/ui/button-class.ts';
import { ErrorState } from '#components/ui/error-state.tsx';
import { Skeleton } from '#components/ui/skeleton.tsx';
import { Link } from '#i18n/navigation.ts';
import { api } from '#lib/api/browser-client.ts';
import { queryKeys } from '#lib/api/query-keys.ts';
import type { Booking } from '#lib/api/types.ts';
import { BookingStatus } from './booking-status.tsx';
import { PromotionNotice } from './promotion-notice.tsx';
import { QueueHistory } from './queue-history.tsx';
import { QueueNews } from './queue-news.tsx';
import { useLiveQueue } from './use-live-queue.ts';
import { useNow } from './use-now.ts';

/** A booking as it stands, live, with the history of its line. */
export function BookingDetail({ id }: { id: string }) {
  const t = useTranslations('bookings');
  const { data, error, refetch, isFetching } = useQuery({
    queryKey: queryKeys.booking(id),
    queryFn: ({ signal }) => unwrap(api.GET('/api/v1/bookings/{id}', { params: { path: { id } }, signal })),
  });
  const now = useNow();
  const bookings = useMemo(() => (data ? [data] : []), [data]);
  useLiveQueue(bookings);
  if (!data) {
    if (error) return <ErrorState error={error} retry={refetch} pending={isFetching} />;
    return (
      <div role="status" className="grid gap-4 pt-2">
        <span className="sr-only">{t('loading')}</span>
        <Skeleton className="h-10 w-64 max-w-full" />
        <Skeleton className="h-6 w-48 max-w-full" />
        <Skeleton className="mt-6 h-40 w-full" />
      </div>
    );
  }
  return (
    <>
      <Heading booking={data} />
      <PromotionNotice bookings={bookings} />
      <QueueNews bookings={bookings} />
      <BookingStatus booking={data} now={now} />
      <QueueHistory booking={data} now={now} />
      <Link href={`/sessions/${data.session.id}`} className={buttonClass('secondary', 'mt-8 max-sm:w-full')}>
        {t('toSession')}
      </Link>
    </>
  );
}

function Heading({ booking: { session } }: { booking: Booking }) {
  const t = useTranslations('bookings');
  const format = useFormatter();
  const { startsAt, timeZone } = session;
  return (
    <header className="grid gap-1 pb-3">
      <h1 className="font-bold text-3xl tracking-tight md:text-4xl">{session.class.name}</h1>
      <time dateTime={startsAt} className="font-semibold text-xl">
        {t('dayAndTime', {
          day: format.dateTime(new Date(startsAt), 'day', { timeZone }),
          time: format.dateTime(new Date(startsAt), 'time', { timeZone }),
        })}
      </time>
      <p className="text-muted">
        {t('withAt', { instructor: session.instructor.name, location: session.location.name })}
      </p>
    </header>
  );
}
