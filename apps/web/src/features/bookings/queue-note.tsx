'use client';

import { useFormatter, useTranslations } from 'next-intl';
import type { Booking } from '#lib/api/types.ts';
import { lastSkip } from './queue-events.ts';
import { SkipHelp } from './skip-help.tsx';
import { useQueue } from './use-queue.ts';

/** Why a waiter was passed over the last time a place was free, with what helps; nothing when that never happened. */
export function QueueNote({ booking }: { booking: Booking }) {
  const t = useTranslations('bookings');
  const format = useFormatter();
  const { data } = useQueue(booking.id);
  const skip = data && lastSkip(data.decisions);
  if (!skip) return null;
  const time = format.dateTime(new Date(skip.at), 'moment', { timeZone: booking.session.timeZone });
  return (
    <div className="grid gap-1 pt-1.5 text-sm">
      <p>{t(`passedOver.${skip.outcome}`, { time })}</p>
      <SkipHelp outcome={skip.outcome} booking={booking} />
    </div>
  );
}
