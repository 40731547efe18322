'use client';

import { unwrap } from '@openmat/api-client';
import { useQuery } from '@tanstack/react-query';
import { useFormatter, useTranslations } from 'next-intl';
import { api } from '#lib/api/browser-client.ts';
import { queryKeys } from '#lib/api/query-keys.ts';

/** Why a waiter was passed over the last time a place was free; nothing when that never happened. */
export function QueueNote({ bookingId, timeZone }: { bookingId: string; timeZone: string }) {
  const t = useTranslations('bookings');
  const format = useFormatter();
  const { data } = useQuery({
    queryKey: queryKeys.queue(bookingId),
    queryFn: ({ signal }) =>
      unwrap(api.GET('/api/v1/bookings/{id}/queue', { params: { path: { id: bookingId } }, signal })),
  });
  const last = data?.decisions.at(-1);
  if (!last || last.outcome === 'promoted' || last.outcome === 'claimed') return null;
  const time = format.dateTime(new Date(last.at), 'moment', { timeZone });
  return <p className="pt-1 text-sm">{t(`passedOver.${last.outcome}`, { time })}</p>;
}
