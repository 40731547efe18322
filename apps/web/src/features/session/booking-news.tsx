'use client';

import { useTranslations } from 'next-intl';
import { Notice } from '#components/ui/notice.tsx';
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
    <div role="status" className="empty:hidden">
      {isFinishing && book.isPending && <p className="animate-breathe">{t('finishing')}</p>}
      {isFinishing && book.isError && <p className="font-semibold">{t('unfinished')}</p>}
      {done?.state === 'active' && (
        <Notice tone="good">{done.ticketName ? t('booked', { ticket: done.ticketName }) : t('bookedPlain')}</Notice>
      )}
      {done?.state === 'waiting' && <Notice tone="wait">{t('waiting')}</Notice>}
    </div>
  );
}
