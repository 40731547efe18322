'use client';

import { useTranslations } from 'next-intl';
import { useRef } from 'react';
import { buttonClass } from '#components/ui/button-class.ts';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { ErrorState } from '#components/ui/error-state.tsx';
import { Link } from '#i18n/navigation.ts';
import type { Booking } from '#lib/api/types.ts';
import { BookingRow } from './booking-row.tsx';
import { BookingsSkeleton } from './bookings-skeleton.tsx';
import { CheckInNotice } from './check-in-notice.tsx';
import { dueForCheckIn } from './due-for-check-in.ts';
import { PromotionNotice } from './promotion-notice.tsx';
import { QueueNews } from './queue-news.tsx';
import { useLiveQueue } from './use-live-queue.ts';
import { useNow } from './use-now.ts';
import { useUpcomingBookings } from './use-own-booking.ts';

/** What I have booked and where I wait; the places in line move by themselves. */
export function UpcomingBookings() {
  const t = useTranslations('bookings');
  const { data, error, refetch, isFetching } = useUpcomingBookings();
  const now = useNow();
  const panel = useRef<HTMLDivElement>(null);
  const shown = (data ?? []).filter(isOfInterest);
  useLiveQueue(shown);

  if (!data) {
    if (error) return <ErrorState error={error} retry={refetch} pending={isFetching} />;
    return <BookingsSkeleton label={t('loading')} />;
  }
  const due = dueForCheckIn(data, now);
  // The row of a canceled booking goes away, and with it the button that had the focus.
  const keepFocus = () => panel.current?.focus();
  return (
    <div ref={panel} tabIndex={-1} className="outline-none">
      {due && <CheckInNotice booking={due} />}
      <PromotionNotice bookings={data} />
      <QueueNews bookings={data} />
      {shown.length === 0 && (
        <EmptyState title={t('empty')}>
          <p className="max-w-sm text-muted">{t('emptyText')}</p>
          <Link href="/" className={buttonClass()}>
            {t('findClass')}
          </Link>
        </EmptyState>
      )}
      <ul aria-label={t('upcoming')}>
        {shown.map((booking) => (
          <BookingRow key={booking.id} booking={booking} now={now} onCanceled={keepFocus} />
        ))}
      </ul>
    </div>
  );
}

/** Members know what they canceled themselves; what somebody else canceled they must see. */
function isOfInterest({ canceledReason }: Booking): boolean {
  return canceledReason !== 'member' && canceledReason !== 'late';
}
