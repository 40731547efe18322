'use client';

import { Check, Hourglass } from 'lucide-react';
import { useFormatter, useTranslations } from 'next-intl';
import type { Booking } from '#lib/api/types.ts';
import { canceledKind } from './canceled-kind.ts';

/** How a booking stands, in a few words. */
export function BookingStatus({ booking, now }: { booking: Booking; now: number }) {
  const t = useTranslations('bookings');
  const { state, waitingPosition, checkedInAt, noShowAt, ticketName } = booking;
  const className = 'flex flex-wrap items-center gap-x-2 pt-1.5';
  if (state === 'waiting') {
    return (
      <p className="flex gap-2 pt-1.5 font-semibold text-wait">
        <Hourglass aria-hidden="true" size={16} className="mt-1 shrink-0" />
        {waitingPosition === null ? t('waiting') : t('position', { position: waitingPosition })}
      </p>
    );
  }
  if (state === 'canceled') return <Cancellation booking={booking} />;
  if (noShowAt) return <p className={`${className} text-muted`}>{t('missed')}</p>;
  return (
    <>
      <p className={className}>
        <span className="inline-flex items-center gap-1.5 font-semibold text-accent">
          <Check aria-hidden="true" size={16} strokeWidth={3} />
          {checkedInAt ? t('checkedIn') : t('booked')}
        </span>
        <span className="text-muted text-sm">{ticketName}</span>
      </p>
      <FreeUntil booking={booking} now={now} />
    </>
  );
}

function FreeUntil({ booking: { cancelFreeUntil, session }, now }: { booking: Booking; now: number }) {
  const t = useTranslations('bookings');
  const format = useFormatter();
  if (!cancelFreeUntil || now >= Date.parse(cancelFreeUntil)) return null;
  const time = format.dateTime(new Date(cancelFreeUntil), 'moment', { timeZone: session.timeZone });
  return <p className="text-muted text-sm">{t('freeUntil', { time })}</p>;
}

function Cancellation({ booking }: { booking: Booking }) {
  const t = useTranslations('bookings');
  const kind = canceledKind(booking);
  const { ticketName, session } = booking;
  const isNews = kind === 'staff' || kind === 'session_canceled' || kind === 'ticket_revoked';
  return (
    <>
      <p className={`pt-1.5 font-semibold ${isNews ? 'text-trouble' : 'text-muted'}`}>{t(`canceled.${kind}`)}</p>
      <p className="text-sm">
        {session.canceledReason && <span className="block">{t('reason', { reason: session.canceledReason })}</span>}
        {kind !== 'member' && t(`canceledText.${kind}`, { ticket: ticketName })}
      </p>
    </>
  );
}
