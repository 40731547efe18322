'use client';

import { isProblem } from '@openmat/api-client';
import { useTranslations } from 'next-intl';
import { Button } from '#components/ui/button.tsx';
import { buttonClass } from '#components/ui/button-class.ts';
import { Link } from '#i18n/navigation.ts';
import type { Session } from '#lib/api/types.ts';
import { useProblemText } from '#lib/api/use-problem-text.ts';
import { useKnownRole } from '#lib/auth/session-provider.tsx';
import { bookingOffer } from './booking-offer.ts';
import { offerVariant, useOfferLabel } from './offer-label.ts';
import { useBookSession } from './use-book-session.ts';
import { useOwnBooking } from './use-own-booking.ts';

interface BookingControlProps {
  session: Session;
  now: number;
  /** The element that names the session, for those who hear the button without its row. */
  describedBy: string;
  className?: string;
}

/** The one button of a session; its words say what happens. */
export function BookingControl({ session, now, describedBy, className = '' }: BookingControlProps) {
  const role = useKnownRole();
  const { own, isLoading } = useOwnBooking(session.id);
  const offer = bookingOffer(session, own, now);
  const label = useOfferLabel(offer, session.timeZone, now);
  const book = useBookSession();
  const looks = `${offerVariant[offer.kind] === 'still' ? '' : 'min-w-24'} max-w-36 sm:max-w-none ${className}`;

  const canAct = offer.kind === 'book' || offer.kind === 'join';
  const place = canAct && !role ? `/sign-in?next=/sessions/${session.id}` : `/sessions/${session.id}`;
  if (offer.kind === 'booked' || offer.kind === 'waiting' || (canAct && !role)) {
    return (
      <Link
        href={place}
        prefetch={false}
        aria-describedby={describedBy}
        className={buttonClass(offerVariant[offer.kind], looks)}
      >
        {label}
      </Link>
    );
  }
  return (
    <>
      <Button
        variant={offerVariant[offer.kind]}
        className={looks}
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
        <Link href={`/tickets?next=/sessions/${sessionId}`} className="font-semibold underline underline-offset-4">
          {t('getTicket')}
        </Link>
      )}
    </p>
  );
}
