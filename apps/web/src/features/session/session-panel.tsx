'use client';

import { useQuery } from '@tanstack/react-query';
import dynamic from 'next/dynamic';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '#components/ui/button.tsx';
import { PromotionNotice } from '#features/bookings/promotion-notice.tsx';
import { useLiveQueue } from '#features/bookings/use-live-queue.ts';
import { useOwnBooking, useUpcomingBookings } from '#features/bookings/use-own-booking.ts';
import { BookingControl } from '#features/schedule/booking-control.tsx';
import { SeatRing } from '#features/schedule/seat-ring.tsx';
import { useOfferClock } from '#features/schedule/use-offer-clock.ts';
import { api } from '#lib/api/browser-client.ts';
import { queryKeys } from '#lib/api/query-keys.ts';
import { fetchSession } from '#lib/api/sessions.ts';
import type { SessionDetail } from '#lib/api/types.ts';
import { useLiveSessions } from '#lib/live/use-live-sessions.ts';
import { CancellationRule } from './cancellation-rule.tsx';

// The dialog is a third of the page's script and most visits never open it.
const CancelDialog = dynamic(() =>
  import('#features/bookings/cancel-dialog.tsx').then((module) => module.CancelDialog),
);

interface SessionPanelProps {
  session: SessionDetail;
  renderedAt: number;
  /** Free cancellation after a booking inside the cutoff. */
  graceMinutes: number;
}

/** How full the session is, on which terms one books, and the button; all of it live. */
export function SessionPanel({ session: rendered, renderedAt, graceMinutes }: SessionPanelProps) {
  const t = useTranslations('session');
  const { data: session } = useQuery({
    queryKey: queryKeys.session(rendered.id),
    queryFn: ({ signal }) => fetchSession(api, rendered.id, signal),
    initialData: rendered,
    initialDataUpdatedAt: renderedAt,
  });
  const { data: bookings = [] } = useUpcomingBookings();
  const { own } = useOwnBooking(session.id);
  const now = useOfferClock([session], renderedAt);
  const [isCanceling, setCanceling] = useState(false);
  useLiveSessions([session.id]);
  useLiveQueue(own ? [own] : []);

  const isBefore = now < Date.parse(session.startsAt);
  return (
    <section
      aria-label={t('booking')}
      className="grid content-start gap-5 self-start border-line border-t pt-6 md:sticky md:top-8 md:rounded-panel md:border md:bg-surface md:p-6"
    >
      {session.state === 'scheduled' && (
        <p className="flex items-baseline justify-between gap-4 font-semibold text-lg">
          <SeatRing session={session} />
          <span className="font-normal text-base text-muted">{t('capacity', { capacity: session.capacity })}</span>
        </p>
      )}
      <PromotionNotice bookings={bookings} />
      <CancellationRule session={session} own={own} now={now} graceMinutes={graceMinutes} />
      <div className="grid gap-3">
        <BookingControl session={session} now={now} />
        {own && isBefore && (
          <Button variant="secondary" onClick={() => setCanceling(true)}>
            {own.state === 'waiting' ? t('leave') : t('cancel')}
          </Button>
        )}
      </div>
      {isCanceling && own && <CancelDialog booking={own} onClose={() => setCanceling(false)} />}
    </section>
  );
}
