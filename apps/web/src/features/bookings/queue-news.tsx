'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import type { Booking } from '#lib/api/types.ts';
import { queueMoves } from './queue-moves.ts';

/** Tells those who hear the page that they have moved in line; the others see it. */
export function QueueNews({ bookings }: { bookings: Booking[] }) {
  const t = useTranslations('bookings');
  const [seen, setSeen] = useState(bookings);
  const [moves, setMoves] = useState<Booking[]>([]);
  if (bookings !== seen) {
    const moved = queueMoves(seen, bookings);
    setSeen(bookings);
    if (moved.length > 0) setMoves(moved);
  }
  const current = moves.filter(({ id }) =>
    bookings.some((booking) => booking.id === id && booking.state === 'waiting'),
  );
  return (
    <div aria-live="polite" className="sr-only">
      {current.map(({ id, session, waitingPosition }) => (
        <p key={id}>{t('moved', { class: session.class.name, position: waitingPosition ?? 0 })}</p>
      ))}
    </div>
  );
}
