'use client';

import { Plus } from 'lucide-react';
import { useFormatter, useTranslations } from 'next-intl';
import { Link } from '#i18n/navigation.ts';
import type { ClosedDay } from '#lib/api/types.ts';
import type { PlacedSession } from './lay-out-day.ts';
import { SessionBlock } from './session-block.tsx';
import { dayDate } from './week.ts';

interface WeekDayProps {
  day: string;
  placed: PlacedSession[];
  hours: { from: number; to: number };
  now: { date: string; time: string };
  closed: ClosedDay[];
  locationId: string | undefined;
}

/** One day of a week: its name, whether it is closed, its sessions, and room for new ones. */
export function WeekDay({ day, placed, hours, now, closed, locationId }: WeekDayProps) {
  const t = useTranslations('adminSessions');
  const format = useFormatter();
  const isToday = day === now.date;
  const isPast = day < now.date;
  const date = format.dateTime(dayDate(day), 'day', { timeZone: 'UTC' });
  return (
    <li className="min-w-0 border-line border-l" aria-current={isToday ? 'date' : undefined}>
      <div className="flex h-19 flex-col px-2 pb-2">
        <div className="flex min-h-11 items-center justify-between gap-1">
          <h3 aria-label={date} className={isToday ? 'font-bold text-accent' : 'font-semibold'}>
            {format.dateTime(dayDate(day), 'weekday', { timeZone: 'UTC' })}{' '}
            <span className={isToday ? 'rounded-full bg-accent px-2 py-0.5 text-on-accent' : ''}>
              {format.dateTime(dayDate(day), 'dayOfMonth', { timeZone: 'UTC' })}
            </span>
          </h3>
          {!isPast && (
            <Link
              href={newHref({ day, locationId })}
              prefetch={false}
              aria-label={t('newOn', { date })}
              className="grid size-11 place-items-center rounded-control text-muted hover:bg-line/60 hover:text-ink"
            >
              <Plus aria-hidden="true" size={18} />
            </Link>
          )}
        </div>
        {closed.length > 0 && <Closed days={closed} />}
      </div>
      <div
        className={`relative h-[calc(var(--hours)*5rem)] ${closed.length > 0 ? 'bg-line/40' : isToday ? 'bg-accent-soft/50' : ''}`}
      >
        {!isPast && <FreeHours {...{ day, hours, now, locationId }} />}
        <ul aria-label={date}>
          {placed.map((one) => (
            <SessionBlock key={one.session.id} placed={one} firstHour={hours.from} />
          ))}
        </ul>
      </div>
    </li>
  );
}

/** The whole studio, or only some of its locations. */
function Closed({ days }: { days: ClosedDay[] }) {
  const t = useTranslations('adminSessions');
  const texts = days.map(({ location, reason }) => [location?.name, reason].filter(Boolean).join(': '));
  const text = [t('closed'), ...texts.filter(Boolean)].join(' · ');
  return (
    <p title={text} className="truncate font-semibold text-sm text-wait">
      {text}
    </p>
  );
}

/** Every hour is a way to a new session then. Only for pointers: the link at the head of the day does the same for everybody. */
function FreeHours({ day, hours, now, locationId }: Pick<WeekDayProps, 'day' | 'hours' | 'now' | 'locationId'>) {
  const all = Array.from({ length: hours.to - hours.from }, (_, index) => hours.from + index);
  return all.map((hour, index) => {
    const time = `${String(hour).padStart(2, '0')}:00`;
    const top = { top: `${index * 5}rem` };
    if (day === now.date && time <= now.time) return <span key={hour} style={top} className={hourClass} />;
    return (
      <Link
        key={hour}
        href={newHref({ day, time, locationId })}
        prefetch={false}
        aria-hidden="true"
        tabIndex={-1}
        style={top}
        className={`${hourClass} px-2 pt-1 text-sm text-transparent hover:bg-accent-soft hover:text-accent`}
      >
        + {time}
      </Link>
    );
  });
}

const hourClass = 'absolute inset-x-0 block h-20 border-line/60 border-t';

function newHref({ day, time, locationId }: { day: string; time?: string; locationId: string | undefined }): string {
  const params = new URLSearchParams({ date: day, ...(time && { time }), ...(locationId && { locationId }) });
  return `/admin/sessions/new?${params}`;
}
