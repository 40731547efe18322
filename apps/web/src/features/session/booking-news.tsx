'use client';

import { isProblem } from '@openmat/api-client';
import { useTranslations } from 'next-intl';
import type { BookSession } from '#features/schedule/use-book-session.ts';
import type { Booking } from '#lib/api/types.ts';

interface BookingNewsProps {
  book: BookSession;
  own: Booking | null;
  /** The page presses the button itself, for a visitor who did so before. */
  isFinishing: boolean;
}

/** What came of pressing the button, in a sentence. */
export function BookingNews({ book, own, isFinishing }: BookingNewsProps) {
  const t = useTranslations('session.news');
  const done = own && own.id === book.data?.id ? own : null;
  return (
    <div role="status" className="empty:absolute">
      {isFinishing && book.isPending && <p className="animate-breathe">{t('finishing')}</p>}
      {isFinishing && book.isError && !isProblem(book.error, 'no_usable_ticket') && (
        <p className="font-semibold">{t('unfinished')}</p>
      )}
      {done?.state === 'active' && (
        <p>{done.ticketName ? t('booked', { ticket: done.ticketName }) : t('bookedPlain')}</p>
      )}
      {done?.state === 'waiting' && <p>{t('waiting')}</p>}
    </div>
  );
}
