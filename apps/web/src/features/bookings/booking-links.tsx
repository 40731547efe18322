'use client';

import { useTranslations } from 'next-intl';
import { Link } from '#i18n/navigation.ts';
import type { Booking } from '#lib/api/types.ts';

interface BookingLinksProps {
  booking: Booking;
  isBefore: boolean;
  describedBy: string;
}

const linkClass =
  'inline-flex min-h-11 items-center rounded-control font-medium text-sm underline decoration-line-strong underline-offset-4 hover:decoration-ink';

/** Where to go from a booking: its file for a calendar, or how the line moved. */
export function BookingLinks({ booking, isBefore, describedBy }: BookingLinksProps) {
  const t = useTranslations('bookings');
  const { id, state, session, canceledReason } = booking;
  if (state === 'active' && isBefore) {
    return (
      <a href={`/api/v1/sessions/${session.id}/calendar.ics`} aria-describedby={describedBy} className={linkClass}>
        {t('addToCalendar')}
      </a>
    );
  }
  if (state !== 'waiting' && canceledReason !== 'list_closed') return null;
  return (
    <Link href={`/bookings/${id}`} prefetch={false} aria-describedby={describedBy} className={linkClass}>
      {t('howTheLineMoved')}
    </Link>
  );
}
