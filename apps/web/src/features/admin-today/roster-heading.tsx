'use client';

import { useFormatter, useTranslations } from 'next-intl';
import { BackLink } from '#components/ui/back-link.tsx';
import { Notice } from '#components/ui/notice.tsx';
import type { DeskSession } from '#lib/api/types.ts';
import { instantToWallTime } from '#lib/format/wall-time.ts';
import { deskHref } from './desk-search.ts';
import { isCheckInOpen } from './is-check-in-open.ts';
import { useNow } from './use-now.ts';

/** Which session it is, how many of those who booked are here, and when nobody can be checked in. */
export function RosterHeading({ session }: { session: DeskSession }) {
  const t = useTranslations('adminToday');
  const format = useFormatter();
  const { timeZone, startsAt, activeCount, waitingCount, capacity, checkedInCount } = session;
  const now = useNow();
  const { date } = instantToWallTime(startsAt, timeZone);
  const isToday = instantToWallTime(new Date(now).toISOString(), timeZone).date === date;
  const start = new Date(startsAt);
  return (
    <>
      <BackLink href={deskHref(isToday ? {} : { date })}>{isToday ? t('title') : t('back')}</BackLink>
      <h1 className="pt-1 font-bold text-3xl tracking-tight md:text-4xl">
        {format.dateTime(start, 'time', { timeZone })} <span>{session.class.name}</span>
      </h1>
      <p className="pt-1 text-muted">
        {!isToday && `${format.dateTime(start, 'day', { timeZone })} · `}
        {t('withAt', { instructor: session.instructor.name, location: session.location.name })}
      </p>
      <p className="flex flex-wrap items-baseline gap-x-5 gap-y-1 pt-3 pb-5">
        <span className="font-bold text-2xl tracking-tight">
          {t('here', { here: checkedInCount, booked: activeCount })}
        </span>
        <span className="text-muted">{t('booked', { booked: activeCount, capacity })}</span>
        {waitingCount > 0 && <span className="font-semibold text-wait">{t('waiting', { count: waitingCount })}</span>}
      </p>
      <Closed session={session} now={now} />
    </>
  );
}

function Closed({ session, now }: { session: DeskSession; now: number }) {
  const t = useTranslations('adminToday');
  const text = () => {
    if (session.state === 'canceled') {
      return session.canceledReason ? t('canceledBecause', { reason: session.canceledReason }) : t('isCanceled');
    }
    return now < Date.parse(session.checkInOpensAt) ? t('notOpen') : t('closed');
  };
  if (isCheckInOpen(session, now)) return null;
  return (
    <Notice tone={session.state === 'canceled' ? 'trouble' : 'plain'} className="mb-6">
      {text()}
    </Notice>
  );
}
