'use client';

import { useFormatter, useTranslations } from 'next-intl';
import type { Booking } from '#lib/api/types.ts';
import { isSkip, type QueueEvent } from './queue-events.ts';
import { SkipHelp } from './skip-help.tsx';

interface QueueEventRowProps {
  event: QueueEvent;
  booking: Booking;
  /** From then on a place goes to whoever books it first. */
  listClosesAt: string;
  /** Say what helps somebody who was passed over. */
  helps: boolean;
}

/** One moment of the line in plain words: when, what came out for me, to whom the place went, what helps, where I stood then. */
export function QueueEventRow({ event, booking, listClosesAt, helps }: QueueEventRowProps) {
  const t = useTranslations('queue');
  const format = useFormatter();
  const { at, own, ahead, behind, claimed, position } = event;
  const isWin = own === 'promoted' || own === 'claimed';
  const isAfterClose = Date.parse(at) >= Date.parse(listClosesAt);
  return (
    <li className="grid gap-x-6 gap-y-1 border-line border-b py-4 sm:grid-cols-[10rem_minmax(0,1fr)]">
      <time dateTime={at} className="text-muted">
        {format.dateTime(new Date(at), 'moment', { timeZone: booking.session.timeZone })}
      </time>
      <div className="grid gap-1">
        {own && <p className={isWin ? 'font-semibold text-accent' : 'font-semibold'}>{t(`own.${own}`)}</p>}
        {ahead > 0 && <p>{t('ahead', { count: ahead })}</p>}
        {behind > 0 && <p>{t('behind', { count: behind })}</p>}
        {claimed > 0 && <p>{t(isAfterClose ? 'claimedAfterClose' : 'claimed', { count: claimed })}</p>}
        {helps && isSkip(own) && <SkipHelp outcome={own} booking={booking} />}
        {position !== null && <p className="text-muted text-sm">{t('position', { position })}</p>}
      </div>
    </li>
  );
}
