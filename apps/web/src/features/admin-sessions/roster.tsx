'use client';

import { unwrap } from '@openmat/api-client';
import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { buttonClass } from '#components/ui/button-class.ts';
import { CsvButton } from '#components/ui/csv-button.tsx';
import { ErrorState } from '#components/ui/error-state.tsx';
import { Skeleton } from '#components/ui/skeleton.tsx';
import { bookingsHref } from '#features/admin-bookings/booking-search.ts';
import { Link } from '#i18n/navigation.ts';
import { api } from '#lib/api/browser-client.ts';
import { queryKeys } from '#lib/api/query-keys.ts';
import type { AdminSession, RosterEntry } from '#lib/api/types.ts';

/** Who has a place and who waits, in the order of the list. */
export function Roster({ session }: { session: AdminSession }) {
  const t = useTranslations('adminSessions');
  const { data, error, refetch, isFetching } = useQuery({
    queryKey: queryKeys.roster(session.id),
    queryFn: ({ signal }) =>
      unwrap(api.GET('/api/v1/admin/sessions/{id}/roster', { params: { path: { id: session.id } }, signal })),
  });
  if (!data) {
    if (error) return <ErrorState error={error} retry={refetch} pending={isFetching} />;
    return <Skeleton className="h-72 w-full" />;
  }
  const placed = data.items.filter(({ state }) => state === 'active');
  const waiting = data.items.filter(({ state }) => state === 'waiting');
  return (
    <div className="grid grid-cols-1 content-start gap-8">
      <section aria-labelledby="placed">
        <h2 id="placed" className="flex items-baseline justify-between gap-4 pb-3 font-bold text-2xl tracking-tight">
          {t('roster')}
          <span className="font-medium text-base text-muted tracking-normal">
            {t('taken', { active: placed.length, capacity: session.capacity })}
          </span>
        </h2>
        {placed.length === 0 ? (
          <p className="text-muted">{t('rosterEmpty')}</p>
        ) : (
          <People entries={placed} label={t('roster')} />
        )}
      </section>
      {waiting.length > 0 && (
        <section aria-labelledby="waiting">
          <h2 id="waiting" className="pb-3 font-bold text-wait text-xl tracking-tight">
            {t('waitingCount', { count: waiting.length })}
          </h2>
          <People entries={waiting} label={t('waitingList')} />
        </section>
      )}
      <div className="flex flex-wrap gap-3">
        <CsvButton path="/api/v1/admin/sessions/{id}/roster" id={session.id} />
        <Link href={bookingsHref({ sessionId: session.id })} prefetch={false} className={buttonClass('secondary')}>
          {t('allBookings')}
        </Link>
      </div>
    </div>
  );
}

function People({ entries, label }: { entries: RosterEntry[]; label: string }) {
  return (
    <ol aria-label={label} className="border-line border-t">
      {entries.map(({ bookingId, user, waitingPosition, ticket }) => (
        <li key={bookingId} className="flex items-baseline gap-3 border-line border-b py-2.5">
          {waitingPosition !== null && <span className="w-6 font-semibold text-wait">{waitingPosition}</span>}
          <span className="min-w-0 flex-1">
            <span className="block font-semibold">{user.name}</span>
            <span className="block truncate text-muted text-sm">{user.email}</span>
          </span>
          <span className="text-right text-muted text-sm">{ticket.name}</span>
        </li>
      ))}
    </ol>
  );
}
