'use client';

import { useTranslations } from 'next-intl';
import { rememberBooking } from '#features/session/booking-intent.ts';
import { Link } from '#i18n/navigation.ts';
import { withNext } from '#lib/navigation/local-path.ts';
import type { WayOn } from './way-on.ts';

export const wayLooks = 'inline-flex min-h-11 items-center font-semibold underline underline-offset-4';

/** The link to where it goes on from a session; nothing where the button itself is the way, or a person. */
export function WayLink({ way, sessionId }: { way: WayOn; sessionId: string }) {
  const t = useTranslations('offer.wayOn');
  const path = `/sessions/${sessionId}`;
  switch (way) {
    case 'calendar':
      return (
        <a href={`/api/v1${path}/calendar.ics`} className={wayLooks}>
          {t('calendar')}
        </a>
      );
    case 'signIn':
    case 'ticket':
      return (
        <Link
          href={withNext(way === 'ticket' ? '/tickets' : '/sign-in', path)}
          prefetch={false}
          className={wayLooks}
          onClick={() => rememberBooking(sessionStorage, sessionId, Date.now())}
        >
          {t(way)}
        </Link>
      );
    case 'overlapping':
    case 'bookings':
      return (
        <Link href="/bookings" prefetch={false} className={wayLooks}>
          {t('bookings')}
        </Link>
      );
    case 'otherDates':
      return (
        <Link href={`${path}#other-dates`} prefetch={false} className={wayLooks}>
          {t('otherDates')}
        </Link>
      );
    default:
      return null;
  }
}
