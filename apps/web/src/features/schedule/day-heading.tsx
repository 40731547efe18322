import { ChevronLeft, ChevronRight } from 'lucide-react';
import { getFormatter, getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { Link } from '#i18n/navigation.ts';
import { dayHref, plainDate } from './day-strip.tsx';
import type { DayStrip } from './schedule-days.ts';
import type { ScheduleSearch } from './schedule-search.ts';

interface DayHeadingProps {
  strip: DayStrip;
  day: Temporal.PlainDate;
  today: Temporal.PlainDate;
  filters: ScheduleSearch['filters'];
}

/** Which day is shown, today and tomorrow by their names, and the ways to the weeks around it. */
export async function DayHeading({ strip, day, today, filters }: DayHeadingProps) {
  const t = await getTranslations('schedule');
  const format = await getFormatter();
  const date = format.dateTime(plainDate(day), 'day', { timeZone: 'UTC' });
  const name = { 0: t('today'), 1: t('tomorrow') }[today.until(day).days];
  const { previous, next } = strip;
  return (
    <div className="flex items-center gap-2 pt-6 pb-4 md:pt-8">
      <h2 className="flex flex-1 flex-wrap items-baseline gap-x-3 font-bold text-2xl tracking-tight sm:text-3xl md:text-4xl">
        <span className="first-letter:uppercase">{name ?? date}</span>
        {name && <span className="font-medium text-base text-muted tracking-normal sm:text-lg md:text-xl">{date}</span>}
      </h2>
      {previous && (
        <WeekLink href={dayHref(previous, today, filters)} label={t('previousWeek')}>
          <ChevronLeft aria-hidden="true" />
        </WeekLink>
      )}
      <WeekLink href={dayHref(next, today, filters)} label={t('nextWeek')}>
        <ChevronRight aria-hidden="true" />
      </WeekLink>
    </div>
  );
}

function WeekLink({ href, label, children }: { href: string; label: string; children: ReactNode }) {
  return (
    <Link
      href={href}
      prefetch={false}
      scroll={false}
      aria-label={label}
      className="grid size-11 shrink-0 place-items-center rounded-control border border-line-strong hover:bg-surface"
    >
      {children}
    </Link>
  );
}
