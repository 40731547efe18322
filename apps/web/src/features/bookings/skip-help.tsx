'use client';

import { useFormatter, useTranslations } from 'next-intl';
import { Link } from '#i18n/navigation.ts';
import type { Booking } from '#lib/api/types.ts';
import { withNext } from '#lib/navigation/local-path.ts';
import { overlappingPlace } from './overlapping-place.ts';
import type { SkipOutcome } from './queue-events.ts';
import { useUpcomingBookings } from './use-own-booking.ts';

const linkClass =
  'inline-flex min-h-11 items-center justify-self-start rounded-control font-semibold text-sm underline underline-offset-4';

/** What helps somebody who was passed over, so that it does not happen again. */
export function SkipHelp({ outcome, booking }: { outcome: SkipOutcome; booking: Booking }) {
  const t = useTranslations('queue');
  if (outcome === 'overlapping_booking') return <Overlap booking={booking} />;
  if (outcome === 'account_blocked') return <p className="text-muted text-sm">{t('askStudio')}</p>;
  return (
    <Link href={withNext('/tickets', `/sessions/${booking.session.id}`)} className={linkClass}>
      {t('getTicket')}
    </Link>
  );
}

function Overlap({ booking }: { booking: Booking }) {
  const t = useTranslations('queue');
  const format = useFormatter();
  const { data = [] } = useUpcomingBookings();
  const other = overlappingPlace(booking, data);
  if (!other) return <p className="text-muted text-sm">{t('noOverlap')}</p>;
  const { startsAt, timeZone, class: classType, id } = other.session;
  return (
    <Link href={`/sessions/${id}`} prefetch={false} className={linkClass}>
      {t('seeOverlap', {
        class: classType.name,
        time: format.dateTime(new Date(startsAt), 'weekdayTime', { timeZone }),
      })}
    </Link>
  );
}
