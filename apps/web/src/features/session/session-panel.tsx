'use client';

import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { lazy, Suspense, useState } from 'react';
import { Button } from '#components/ui/button.tsx';
import { PromotionNotice } from '#features/bookings/promotion-notice.tsx';
import { QueueNews } from '#features/bookings/queue-news.tsx';
import { useOwnBooking, useUpcomingBookings } from '#features/bookings/use-own-booking.ts';
import { BookingControl } from '#features/schedule/booking-control.tsx';
import { bookingOffer } from '#features/schedule/booking-offer.ts';
import { SeatRing } from '#features/schedule/seat-ring.tsx';
import { useBookSession } from '#features/schedule/use-book-session.ts';
import { useOfferClock } from '#features/schedule/use-offer-clock.ts';
import { WayLink } from '#features/schedule/way-link.tsx';
import { wayOnFrom } from '#features/schedule/way-on.ts';
import { api } from '#lib/api/browser-client.ts';
import { queryKeys } from '#lib/api/query-keys.ts';
import { fetchSession } from '#lib/api/sessions.ts';
import type { SessionDetail } from '#lib/api/types.ts';
import { useLiveSessions } from '#lib/live/use-live-sessions.ts';
import { BookingNews } from './booking-news.tsx';
import { CancellationRule } from './cancellation-rule.tsx';
import { PlacesNews } from './places-news.tsx';
import { useRememberedBooking } from './use-remembered-booking.ts';

// The dialog is a third of the page's script and most visits never open it.
const CancelDialog = lazy(async () => ({
  default: (await import('#features/bookings/cancel-dialog.tsx')).CancelDialog,
}));

interface SessionPanelProps {
  session: SessionDetail;
  renderedAt: number;
  /** Free cancellation after a booking inside the cutoff. */
  graceMinutes: number;
}

const none: never[] = [];

/** How full the session is, on which terms one books, and the button; all of it live. */
export function SessionPanel({ session: rendered, renderedAt, graceMinutes }: SessionPanelProps) {
  const t = useTranslations('session');
  const { data: session } = useQuery({
    queryKey: queryKeys.session(rendered.id),
    queryFn: ({ signal }) => fetchSession(api, rendered.id, signal),
    initialData: rendered,
    initialDataUpdatedAt: renderedAt,
  });
  const { data: bookings = none } = useUpcomingBookings();
  const { own } = useOwnBooking(session.id);
  const now = useOfferClock([session], renderedAt);
  const book = useBookSession();
  const isFinishing = useRememberedBooking(session.id, book);
  const [isCanceling, setCanceling] = useState(false);
  useLiveSessions([session.id]);

  const isBefore = now < Date.parse(session.startsAt);
  const isScheduled = session.state === 'scheduled';
  return (
    <section
      aria-label={t('booking')}
      className="grid content-start gap-5 self-start border-line border-t pt-6 md:sticky md:top-8 md:col-start-2 md:row-span-2 md:row-start-1 md:rounded-panel md:border md:bg-surface md:p-6"
    >
      {isScheduled && isBefore && (
        <div className="flex items-center justify-between gap-4 font-semibold text-lg">
          <SeatRing session={session} />
          <span className="font-normal text-base text-muted">{t('capacity', { capacity: session.capacity })}</span>
        </div>
      )}
      <PlacesNews left={Math.max(0, session.capacity - session.activeCount)} />
      <PromotionNotice bookings={bookings} />
      <QueueNews bookings={bookings} />
      <div className="grid gap-3">
        <BookingControl session={session} now={now} book={book} />
        <BookingNews book={book} own={own} isFinishing={isFinishing} />
        {own && isBefore && isScheduled && (
          <Button variant="secondary" onClick={() => setCanceling(true)}>
            {own.state === 'waiting' ? t('leave') : t('cancel')}
          </Button>
        )}
        <p className="empty:hidden">
          <WayLink way={wayOnFrom(bookingOffer(session, own, now))} sessionId={session.id} />
        </p>
      </div>
      <CancellationRule session={session} own={own} now={now} graceMinutes={graceMinutes} />
      {isCanceling && own && (
        <Suspense>
          <CancelDialog booking={own} onClose={() => setCanceling(false)} />
        </Suspense>
      )}
    </section>
  );
}
