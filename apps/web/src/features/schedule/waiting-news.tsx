'use client';

import { PromotionNotice } from '#features/bookings/promotion-notice.tsx';
import { QueueNews } from '#features/bookings/queue-news.tsx';
import type { Booking } from '#lib/api/types.ts';

/** What happens to somebody's places in line while the schedule is open. */
export function WaitingNews({ bookings }: { bookings: Booking[] }) {
  return (
    <>
      <PromotionNotice bookings={bookings} />
      <QueueNews bookings={bookings} />
    </>
  );
}
