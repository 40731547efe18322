'use client';

import dynamic from 'next/dynamic';
import { useFormatter, useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '#components/ui/button.tsx';
import { Link } from '#i18n/navigation.ts';
import type { Booking } from '#lib/api/types.ts';
import { BookingLinks } from './booking-links.tsx';
import { BookingStatus } from './booking-status.tsx';
import { QueueNote } from './queue-note.tsx';

const CancelDialog = dynamic(() => import('./cancel-dialog.tsx').then((module) => module.CancelDialog));

interface BookingRowProps {
  booking: Booking;
  now: number;
  /** It was canceled here; the row may be about to go. */
  onCanceled?: () => void;
}

/** One booking: when, what, how it stands, and the way out of it. */
export function BookingRow({ booking, now, onCanceled }: BookingRowProps) {
  const t = useTranslations('bookings');
  const format = useFormatter();
  const [isCanceling, setCanceling] = useState(false);
  const { session, state } = booking;
  const start = new Date(session.startsAt);
  const { timeZone } = session;
  const titleId = `booking-${booking.id}`;
  const isBefore = now < start.getTime();
  return (
    <li className="row-grid border-line [--row-time:5.25rem] border-b py-5">
      <time dateTime={session.startsAt} className={`self-start ${state === 'canceled' ? 'text-muted' : ''}`}>
        <span className="block font-semibold text-xl leading-tight md:text-2xl">
          {format.dateTime(start, 'time', { timeZone })}
        </span>
        <span className="block whitespace-nowrap text-muted text-sm">
          {format.dateTime(start, 'shortDay', { timeZone })}
        </span>
      </time>
      <div className="min-w-0 self-start">
        <h2
          id={titleId}
          className={`wrap-anywhere hyphens-auto font-semibold text-lg leading-snug ${state === 'canceled' ? 'text-muted' : ''}`}
        >
          <Link href={`/sessions/${session.id}`} prefetch={false} className="hover:underline">
            {session.class.name}
          </Link>
        </h2>
        <p className="text-muted text-sm leading-snug">
          {t('withAt', { instructor: session.instructor.name, location: session.location.name })}
        </p>
        <BookingStatus booking={booking} now={now} />
        {state === 'waiting' && <QueueNote booking={booking} />}
      </div>
      <div className="flex flex-wrap items-center gap-x-5 gap-y-1 pt-3 max-sm:col-span-2 max-sm:col-start-2 sm:flex-col sm:items-end sm:self-start sm:pt-0 empty:hidden">
        {state !== 'canceled' && isBefore && (
          <Button variant="secondary" aria-describedby={titleId} onClick={() => setCanceling(true)}>
            {state === 'waiting' ? t('leave') : t('cancel')}
          </Button>
        )}
        <BookingLinks booking={booking} isBefore={isBefore} describedBy={titleId} />
      </div>
      {isCanceling && <CancelDialog booking={booking} onClose={() => setCanceling(false)} onCanceled={onCanceled} />}
    </li>
  );
}
