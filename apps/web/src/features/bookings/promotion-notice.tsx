'use client';

import { useFormatter, useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import { Notice } from '#components/ui/notice.tsx';
import type { Booking } from '#lib/api/types.ts';

type Seen = ReadonlyMap<string, Booking['state']>;

/** Says it, also to screen readers, when somebody who was waiting has got a place while the page was open. */
export function PromotionNotice({ bookings }: { bookings: Booking[] }) {
  const t = useTranslations('bookings');
  const format = useFormatter();
  const promoted = usePromoted(bookings);
  return (
    <div aria-live="polite" className="empty:absolute [&>*]:my-3">
      {promoted.map(
        ({
          id,
          session: {
            class: { name },
            startsAt,
            timeZone,
          },
        }) => (
          <Notice key={id} tone="good">
            {t('promoted', { class: name, time: format.dateTime(new Date(startsAt), 'moment', { timeZone }) })}
          </Notice>
        ),
      )}
    </div>
  );
}

function usePromoted(bookings: Booking[]): Booking[] {
  const [seen, setSeen] = useState<Seen>(() => statesOf(bookings));
  const [promotedIds, setPromotedIds] = useState<readonly string[]>([]);
  useEffect(() => {
    const news = bookings.filter(({ id, state }) => state === 'active' && seen.get(id) === 'waiting');
    if (news.length > 0) setPromotedIds((before) => [...before, ...news.map(({ id }) => id)]);
    if (bookings.some(({ id, state }) => seen.get(id) !== state)) setSeen(statesOf(bookings));
  }, [bookings, seen]);
  return bookings.filter(({ id, state }) => state === 'active' && promotedIds.includes(id));
}

function statesOf(bookings: Booking[]): Seen {
  return new Map(bookings.map(({ id, state }) => [id, state]));
}
