'use client';

import { isProblem } from '@openmat/api-client';
import { lazy, Suspense } from 'react';
import { Button } from '#components/ui/button.tsx';
import { buttonClass } from '#components/ui/button-class.ts';
import { useOwnBooking } from '#features/bookings/use-own-booking.ts';
import { rememberBooking } from '#features/session/booking-intent.ts';
import { Link } from '#i18n/navigation.ts';
import type { Session } from '#lib/api/types.ts';
import { useKnownRole } from '#lib/auth/session-provider.tsx';
import { withNext } from '#lib/navigation/local-path.ts';
import { bookingOffer, isAction } from './booking-offer.ts';
import type { BookingRefusalProps } from './booking-refusal.tsx';
import { offerVariant, useOfferLabel } from './offer-label.ts';
import { NoAnswerNote } from './refusal-note.tsx';
import type { BookSession } from './use-book-session.ts';
import { useKeepFocus } from './use-keep-focus.ts';

// Most bookings are not refused. (`next/dynamic` would weigh more than what it leaves out.)
const BookingRefusal = lazy(async () => ({ default: (await import('./booking-refusal.tsx')).BookingRefusal }));

interface BookingControlProps {
  session: Session;
  now: number;
  book: BookSession;
  /** The element that names the session, for those who hear the button without what is around it. */
  describedBy?: string;
  /** Where one reads more when there is nothing to press; without it, it is only stated. */
  moreHref?: string;
  className?: string;
}

/** The one button of a session; its words say what happens. */
export function BookingControl({ session, now, book, describedBy, moreHref, className = '' }: BookingControlProps) {
  const role = useKnownRole();
  const { own, isLoading } = useOwnBooking(session.id);
  const offer = bookingOffer(session, own, now);
  const label = useOfferLabel(offer, session.timeZone, now);
  const looks = buttonClass(offerVariant[offer.kind], className);
  const keepFocus = useKeepFocus<HTMLDivElement>(offer.kind);
  const path = `/sessions/${session.id}`;

  const control = () => {
    if (!isAction(offer)) {
      if (moreHref) return <Way href={moreHref} describedBy={describedBy} looks={looks} label={label} />;
      return (
        <p tabIndex={-1} className={looks}>
          {label}
        </p>
      );
    }
    if (!role) {
      const leave = () => rememberBooking(sessionStorage, session.id, Date.now());
      const href = withNext('/sign-in', path);
      return <Way href={href} describedBy={describedBy} looks={looks} label={label} onClick={leave} />;
    }
    return (
      <Button
        variant={offerVariant[offer.kind]}
        className={className}
        aria-describedby={describedBy}
        disabled={isLoading}
        pending={book.isPending}
        onClick={() => book.mutate(session.id)}
      >
        {label}
      </Button>
    );
  };
  return (
    <>
      <div className="contents" {...keepFocus}>
        {control()}
      </div>
      <div role="alert" className="col-span-full empty:absolute">
        {book.error && !own && <Refusal error={book.error} session={session} retry={() => book.mutate(session.id)} />}
      </div>
    </>
  );
}

/** Whoever got no answer has no network, either, to load anything by. */
function Refusal(props: BookingRefusalProps) {
  if (!isProblem(props.error)) return <NoAnswerNote error={props.error} retry={props.retry} />;
  return (
    <Suspense>
      <BookingRefusal {...props} />
    </Suspense>
  );
}

interface WayProps {
  href: string;
  label: string;
  looks: string;
  describedBy: string | undefined;
  onClick?: () => void;
}

function Way({ href, label, looks, describedBy, onClick }: WayProps) {
  return (
    <Link href={href} prefetch={false} aria-describedby={describedBy} className={looks} onClick={onClick}>
      {label}
    </Link>
  );
}
