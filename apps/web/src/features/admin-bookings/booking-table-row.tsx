'use client';

import { useFormatter, useTranslations } from 'next-intl';
import { Badge } from '#components/ui/badge.tsx';
import { Td } from '#components/ui/table.tsx';
import { Link } from '#i18n/navigation.ts';
import type { OverviewBooking } from '#lib/api/types.ts';
import { standingOf, standingTone } from './booking-standing.ts';

/** One booking in the overview. */
export function BookingTableRow({ booking }: { booking: OverviewBooking }) {
  const t = useTranslations('adminBookings');
  const format = useFormatter();
  const { user, session, ticket, canceledReason } = booking;
  const { timeZone } = session;
  const standing = standingOf(booking);
  const place = t('withAt', { instructor: session.instructor.name, location: session.location.name });
  return (
    <tr className={booking.state === 'canceled' ? 'text-muted' : ''}>
      <Td>
        <Link href={`/admin/members/${user.id}`} prefetch={false} className={linkClass}>
          {user.name}
        </Link>
        <span className="hidden text-muted text-sm md:block">{user.email}</span>
        <span className="block text-sm md:hidden">
          <SessionLink session={session} />
        </span>
        <span className="block text-muted text-sm md:hidden">
          {format.dateTime(new Date(session.startsAt), 'moment', { timeZone })}
        </span>
      </Td>
      <Td wide>
        <SessionLink session={session} />
        <span className="block text-muted text-sm">{place}</span>
      </Td>
      <Td wide className="whitespace-nowrap">
        <span className="block font-semibold">{format.dateTime(new Date(session.startsAt), 'time', { timeZone })}</span>
        <span className="block text-muted text-sm">
          {format.dateTime(new Date(session.startsAt), 'shortDay', { timeZone })}
        </span>
      </Td>
      <Td className="w-px">
        <Badge tone={standingTone[standing]}>{t(`standings.${standing}`)}</Badge>
        {canceledReason && canceledReason !== 'late' && (
          <span className="block pt-1 text-muted text-sm">{t(`reasons.${canceledReason}`)}</span>
        )}
      </Td>
      <Td wide>
        <span className="block">{format.dateTime(new Date(booking.bookedAt), 'moment')}</span>
        <span className="block text-muted text-sm">{ticket.name}</span>
      </Td>
    </tr>
  );
}

function SessionLink({ session }: { session: OverviewBooking['session'] }) {
  return (
    <Link href={`/admin/sessions/${session.id}`} prefetch={false} className={linkClass}>
      {session.class.name}
    </Link>
  );
}

const linkClass = 'font-semibold underline-offset-4 hover:underline';
