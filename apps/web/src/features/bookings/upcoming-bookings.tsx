'use client';

import { useTranslations } from 'next-intl';
import { buttonClass } from '#components/ui/button-class.ts';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { ErrorState } from '#components/ui/error-state.tsx';
import { ListSkeleton } from '#components/ui/skeleton.tsx';
import { Link } from '#i18n/navigation.ts';
import type { Booking } from '#lib/api/types.ts';
import { BookingRow } from './booking-row.tsx';
import { PromotionNotice } from './promotion-notice.tsx';
import { useLiveQueue } from './use-live-queue.ts';
import { useUpcomingBookings } from './use-own-booking.ts';

/** What I have booked and where I wait; the places in line move by themselves. */
export function UpcomingBookings() {
  const t = useTranslations('bookings');
  const { data, error, refetch, isFetching } = useUpcomingBookings();
  const shown = (data ?? []).filter(isOfInterest);
  useLiveQueue(shown);

  if (!data) {
    if (error) return <ErrorState error={error} retry={refetch} pending={isFetching} />;
    return <ListSkeleton label={t('loading')} rows={3} />;
  }
  return (
    <>
      <PromotionNotice bookings={data} />
      {shown.length === 0 && (
        <EmptyState title={t('empty')}>
          <Link href="/" className={buttonClass()}>
            {t('findClass')}
          </Link>
        </EmptyState>
      )}
      <ul aria-label={t('upcoming')}>
        {shown.map((booking) => (
          <BookingRow key={booking.id} booking={booking} />
        ))}
      </ul>
    </>
  );
}

/** Members know what they canceled themselves; what somebody else canceled they must see. */
function isOfInterest({ canceledReason }: Booking): boolean {
  return canceledReason !== 'member' && canceledReason !== 'late';
}
