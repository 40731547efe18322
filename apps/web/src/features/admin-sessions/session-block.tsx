'use client';

import { useFormatter, useTranslations } from 'next-intl';
import { CapacityRing } from '#components/ui/capacity-ring.tsx';
import { Link } from '#i18n/navigation.ts';
import type { PlacedSession } from './lay-out-day.ts';

/** One session in the week: when, what, with whom, and how full. A canceled one is still there, quietly. */
export function SessionBlock({ placed, firstHour }: { placed: PlacedSession; firstHour: number }) {
  const t = useTranslations('adminSessions');
  const format = useFormatter();
  const { session, from, to, lane, lanes } = placed;
  const { timeZone, activeCount, waitingCount, capacity } = session;
  const isCanceled = session.state === 'canceled';
  const time = format.dateTime(new Date(session.startsAt), 'time', { timeZone });
  const style = {
    top: `${((from - firstHour * 60) / 60) * 5}rem`,
    height: `${((to - from) / 60) * 5}rem`,
    left: `${(lane / lanes) * 100}%`,
    width: `${100 / lanes}%`,
  };
  return (
    <li style={style} className="absolute p-0.5">
      <Link
        href={`/admin/sessions/${session.id}`}
        prefetch={false}
        title={`${time} ${session.class.name} · ${session.instructor.name} · ${session.location.name}`}
        className={`grid h-full content-start overflow-hidden rounded-lg border px-2 py-1 text-sm leading-snug ${isCanceled ? quiet : plain}`}
      >
        <span className="flex items-center justify-between gap-1 whitespace-nowrap">
          <span className="font-bold">{time}</span>
          {!isCanceled && (
            <span
              className={`flex items-center gap-1 text-xs ${activeCount > capacity ? 'text-trouble' : 'text-muted'}`}
            >
              <CapacityRing taken={activeCount} capacity={capacity} className="size-3.5" />
              <span aria-hidden="true">{`${activeCount}/${capacity}`}</span>
              <span className="sr-only">{t('taken', { active: activeCount, capacity })}</span>
              {waitingCount > 0 && (
                <>
                  <span aria-hidden="true" className="font-bold text-wait">{`+${waitingCount}`}</span>
                  <span className="sr-only">{t('waitingCount', { count: waitingCount })}</span>
                </>
              )}
            </span>
          )}
        </span>
        <span className={`truncate font-semibold ${isCanceled ? 'line-through' : ''}`}>{session.class.name}</span>
        {isCanceled && <span className="truncate">{t('states.canceled')}</span>}
        {!isCanceled && (
          <span className={to - from < ROOM_FOR_THREE ? 'sr-only' : 'truncate text-muted text-xs'}>
            {session.instructor.name}
          </span>
        )}
      </Link>
    </li>
  );
}

/** Minutes from which on a third line fits. */
const ROOM_FOR_THREE = 55;
const plain = 'border-line-strong bg-surface hover:border-ink';
const quiet = 'border-line border-dashed bg-paper text-muted hover:border-line-strong';
