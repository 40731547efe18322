'use client';

import { useTranslations } from 'next-intl';
import { Link } from '#i18n/navigation.ts';
import type { Session } from '#lib/api/types.ts';
import { BookingControl } from './booking-control.tsx';
import { SeatRing } from './seat-ring.tsx';
import { SessionTime, ViewerTime } from './session-time.tsx';
import { useBookSession } from './use-book-session.ts';

/** One session of the list: when, what, with whom and where, how full, and what one can do. */
export function SessionRow({ session, now }: { session: Session; now: number }) {
  const t = useTranslations('schedule');
  const book = useBookSession();
  const titleId = `session-${session.id}`;
  const isCanceled = session.state === 'canceled';
  return (
    <li className="row-grid border-line border-b py-4 md:py-5">
      <SessionTime
        startsAt={session.startsAt}
        endsAt={session.endsAt}
        timeZone={session.timeZone}
        className={isCanceled ? 'text-muted' : ''}
      />
      <div className="min-w-0 self-start">
        <h3
          id={titleId}
          className={`wrap-anywhere hyphens-auto font-semibold text-lg leading-snug ${isCanceled ? 'text-muted line-through' : ''}`}
        >
          <Link href={`/sessions/${session.id}`} prefetch={false} className="hover:underline">
            {session.class.name}
          </Link>
        </h3>
        <p className="text-muted text-sm leading-snug">
          {t('withAt', { instructor: session.instructor.name, location: session.location.name })}
        </p>
        {!isCanceled && (
          <p className="flex flex-wrap gap-x-3 pt-1.5 text-sm">
            <SeatRing session={session} />
            <ViewerTime at={session.startsAt} timeZone={session.timeZone} />
          </p>
        )}
      </div>
      <BookingControl
        session={session}
        now={now}
        book={book}
        describedBy={titleId}
        moreHref={`/sessions/${session.id}`}
        // Of one width, so that nothing moves when its words change.
        className="w-30 px-2! sm:w-48"
      />
    </li>
  );
}
