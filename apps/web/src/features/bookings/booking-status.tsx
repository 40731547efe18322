'use client';

import { Check, Hourglass } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { Booking } from '#lib/api/types.ts';

/** How a booking stands, in a few words. */
export function BookingStatus({ booking }: { booking: Booking }) {
  const t = useTranslations('bookings');
  const { state, waitingPosition, canceledReason, checkedInAt, ticketName } = booking;
  const className = 'flex flex-wrap items-center gap-1.5 pt-1.5 text-sm';
  if (state === 'waiting') {
    return (
      <p className={`${className} font-semibold text-wait`}>
        <Hourglass aria-hidden="true" size={15} />
        {waitingPosition === null ? t('waiting') : t('position', { position: waitingPosition })}
      </p>
    );
  }
  if (state === 'canceled') {
    return <p className={`${className} font-semibold text-trouble`}>{t(`canceled.${canceledReason ?? 'member'}`)}</p>;
  }
  return (
    <p className={className}>
      <span className="inline-flex items-center gap-1.5 font-semibold text-accent">
        <Check aria-hidden="true" size={15} strokeWidth={3} />
        {checkedInAt ? t('checkedIn') : t('booked')}
      </span>
      <span className="text-muted">{ticketName}</span>
    </p>
  );
}
