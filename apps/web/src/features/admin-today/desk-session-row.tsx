'use client';

import { ChevronRight } from 'lucide-react';
import { useFormatter, useTranslations } from 'next-intl';
import { Badge } from '#components/ui/badge.tsx';
import { CapacityRing } from '#components/ui/capacity-ring.tsx';
import { ViewerTime } from '#features/schedule/session-time.tsx';
import { Link } from '#i18n/navigation.ts';
import type { DeskSession } from '#lib/api/types.ts';
import type { Phase } from './session-phase.ts';

const tones = { now: 'good', next: 'wait', over: 'neutral', canceled: 'trouble' } as const;

/** One session of the day: a large time, and how many of those who booked are here. The whole row opens it. */
export function DeskSessionRow({ session, phase }: { session: DeskSession; phase: Phase }) {
  const t = useTranslations('adminToday');
  const format = useFormatter();
  const { timeZone, activeCount, waitingCount, capacity, checkedInCount } = session;
  const time = (at: string) => format.dateTime(new Date(at), 'time', { timeZone });
  const isQuiet = phase === 'over' || phase === 'canceled';
  return (
    <li className={`relative border-line border-b ${isQuiet ? 'text-muted' : ''}`}>
      <div className="grid min-h-24 grid-cols-[4.75rem_minmax(0,1fr)_auto] items-center gap-x-3 py-4 md:grid-cols-[7.5rem_minmax(0,1fr)_auto] md:gap-x-6">
        <p className="self-start">
          <span className="block font-bold text-2xl leading-tight tracking-tight md:text-4xl">
            {time(session.startsAt)}
          </span>
          <span className="block text-muted text-sm">{t('until', { time: time(session.endsAt) })}</span>
          {/* Of places in several zones what begins first comes first, whatever hour it is there. */}
          <span className="block text-sm">
            <ViewerTime at={session.startsAt} timeZone={timeZone} />
          </span>
        </p>
        <div className="grid min-w-0 gap-1">
          <h2 className="flex flex-wrap items-center gap-x-3 gap-y-1 font-semibold text-lg leading-snug">
            <Link
              href={`/admin/today/${session.id}`}
              prefetch={false}
              className={`after:absolute after:inset-0 hover:underline ${phase === 'canceled' ? 'line-through' : ''}`}
            >
              {session.class.name}
            </Link>
            {phase !== 'later' && <Badge tone={tones[phase]}>{t(`phases.${phase}`)}</Badge>}
          </h2>
          <p className="text-muted text-sm leading-snug">
            {t('withAt', { instructor: session.instructor.name, location: session.location.name })}
          </p>
          <p className="flex flex-wrap items-center gap-x-4 gap-y-1 pt-1">
            <span className="inline-flex items-center gap-2">
              <CapacityRing taken={checkedInCount} capacity={Math.max(activeCount, 1)} className="size-5" />
              <span className="font-semibold">{t('here', { here: checkedInCount, booked: activeCount })}</span>
            </span>
            <span className="text-muted text-sm">{t('booked', { booked: activeCount, capacity })}</span>
            {waitingCount > 0 && (
              <span className="font-semibold text-sm text-wait">{t('waiting', { count: waitingCount })}</span>
            )}
          </p>
        </div>
        <ChevronRight aria-hidden="true" size={22} className="text-muted" />
      </div>
    </li>
  );
}
