'use client';

import { useTranslations } from 'next-intl';
import type { CSSProperties } from 'react';
import { ScrollRegion } from '#components/ui/scroll-region.tsx';
import type { AdminSession, ClosedDay } from '#lib/api/types.ts';
import { hoursOf, layOutDay } from './lay-out-day.ts';
import { daysFrom } from './week.ts';
import { WeekDay } from './week-day.tsx';

interface WeekGridProps {
  sessions: AdminSession[];
  closedDays: ClosedDay[];
  monday: string;
  /** What a clock in the studio shows. */
  now: { date: string; time: string };
  locationId: string | undefined;
}

/** Seven days side by side, sessions where the clock on the wall puts them; for screen readers a list of days with their sessions. */
export function WeekGrid({ sessions, closedDays, monday, now, locationId }: WeekGridProps) {
  const t = useTranslations('adminSessions');
  const days = daysFrom(monday).map((day) => ({ day, placed: layOutDay(sessions, day) }));
  const hours = hoursOf(days.map(({ placed }) => placed));
  const count = hours.to - hours.from;
  const style = { '--hours': count } as CSSProperties;
  return (
    <ScrollRegion label={t('views.week')}>
      <div style={style} className="grid min-w-[62rem] grid-cols-[3rem_minmax(0,1fr)]">
        <div aria-hidden="true" className="relative mt-19 h-[calc(var(--hours)*5rem)] text-muted text-sm">
          {Array.from({ length: count }, (_, index) => hours.from + index).map((hour, index) => (
            <span key={hour} className="absolute -translate-y-1/2" style={{ top: `${index * 5}rem` }}>
              {index > 0 && `${String(hour).padStart(2, '0')}:00`}
            </span>
          ))}
        </div>
        <ol aria-label={t('views.week')} className="grid grid-cols-7">
          {days.map(({ day, placed }) => (
            <WeekDay
              key={day}
              day={day}
              placed={placed}
              hours={hours}
              now={now}
              closed={closedDays.filter((closed) => closed.day === day)}
              locationId={locationId}
            />
          ))}
        </ol>
      </div>
    </ScrollRegion>
  );
}
