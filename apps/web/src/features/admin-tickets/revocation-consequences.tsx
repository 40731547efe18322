'use client';

import { isProblem } from '@openmat/api-client';
import type { UseQueryResult } from '@tanstack/react-query';
import { useFormatter, useTranslations } from 'next-intl';
import { ErrorState } from '#components/ui/error-state.tsx';
import { Skeleton } from '#components/ui/skeleton.tsx';
import type { Revocation } from '#lib/api/types.ts';
import { type PlaceLost, placesLost } from './places-lost.ts';

/** Which places end with a ticket, who gets them, and how many people hear of it. */
export function RevocationConsequences({ revocation }: { revocation: UseQueryResult<Revocation, Error> }) {
  const t = useTranslations('adminTickets');
  const { data, error, refetch, isFetching } = revocation;
  if (isProblem(error, 'ticket_not_changeable')) return <p>{t('alreadyRevoked')}</p>;
  if (error && !data) return <ErrorState error={error} retry={refetch} pending={isFetching} />;
  if (!data) return <Skeleton className="h-12 w-full" />;
  const places = placesLost(data);
  const mails = data.mails.reduce((sum, { count }) => sum + count, 0);
  return (
    <>
      <p>{t('placesLost', { count: places.length })}</p>
      {places.length > 0 && (
        <ul
          aria-label={t('placesLostList')}
          className="grid max-h-56 gap-2 overflow-y-auto border-line-strong border-l-2 pl-3"
        >
          {places.map((place) => (
            <Place key={place.session.id} place={place} />
          ))}
        </ul>
      )}
      {mails > 0 && <p className="text-muted text-sm">{t('mailsSent', { count: mails })}</p>}
    </>
  );
}

function Place({ place: { session, nextName } }: { place: PlaceLost }) {
  const t = useTranslations('adminTickets');
  const format = useFormatter();
  const time = format.dateTime(new Date(session.startsAt), 'moment', { timeZone: session.timeZone });
  return (
    <li>
      <span className="font-semibold">{t('session', { class: session.className, time })}</span>
      <span className="block text-muted text-sm">
        {nextName ? t('placeGoesTo', { name: nextName }) : t('placeFree')}
      </span>
    </li>
  );
}
