'use client';

import { isProblem } from '@openmat/api-client';
import { useTranslations } from 'next-intl';
import { Button } from '#components/ui/button.tsx';
import { buttonClass } from '#components/ui/button-class.ts';
import { useOwnBooking } from '#features/bookings/use-own-booking.ts';
import { Link } from '#i18n/navigation.ts';
import type { Session } from '#lib/api/types.ts';
import { useProblemText } from '#lib/api/use-problem-text.ts';
import { useKnownRole } from '#lib/auth/session-provider.tsx';
import { withNext } from '#lib/navigation/local-path.ts';
import { bookingOffer } from './booking-offer.ts';
import { offerVariant, useOfferLabel } from './offer-label.ts';
import { useBookSession } from './use-book-session.ts';

interface BookingControlProps {
  session: Session;
  now: number;
  /** The element that names the session, for those who hear the button without what is around it. */
  describedBy?: string;
  /** Where a place one has leads to; without it, it is only stated. */
  placeHref?: string;
  className?: string;
}

/** The one button of a session; its words say what happens. */
export function BookingControl({ session, now, describedBy, placeHref, className = '' }: BookingControlProps) {
  const role = useKnownRole();
  const { own, isLoading } = useOwnBooking(session.id);
  const offer = bookingOffer(session, own, now);
  const label = useOfferLabel(offer, session.timeZone, now);
  const book = useBookSession();
  const variant = offerVariant[offer.kind];
  const link = (href: string) => (
    <Link href={href} prefetch={false} aria-describedby={describedBy} className={buttonClass(variant, className)}>
      {label}
    </Link>
  );

  if (offer.kind === 'booked' || offer.kind === 'waiting') {
    if (placeHref) return link(placeHref);
    return (
      <p role="status" className={buttonClass(variant, className)}>
        {label}
      </p>
    );
  }
  const canAct = offer.kind === 'book' || offer.kind === 'join';
  if (canAct && !role) return link(withNext('/sign-in', `/sessions/${session.id}`));
  return (
    <>
      <Button
        variant={variant}
        className={className}
        aria-describedby={describedBy}
        disabled={!canAct || isLoading}
        pending={book.isPending}
        onClick={() => book.mutate(session.id)}
      >
        {label}
      </Button>
      <BookingProblem error={book.error} sessionId={session.id} />
    </>
  );
}

function BookingProblem({ error, sessionId }: { error: Error | null; sessionId: string }) {
  const t = useTranslations('schedule');
  const problemText = useProblemText();
  return (
    <p role="alert" className="col-span-full text-right font-medium text-sm text-trouble">
      {error && <span className="block pt-2">{problemText(error)}</span>}
      {isProblem(error, 'no_usable_ticket') && (
        <Link
          href={withNext('/tickets', `/sessions/${sessionId}`)}
          className="font-semibold underline underline-offset-4"
        >
          {t('getTicket')}
        </Link>
      )}
    </p>
  );
}
