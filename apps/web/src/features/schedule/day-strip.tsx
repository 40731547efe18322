import { getFormatter, getTranslations } from 'next-intl/server';
import { LinkPending } from '#components/ui/link-pending.tsx';
import { Link } from '#i18n/navigation.ts';
import type { DayStrip as Strip } from './schedule-days.ts';
import { type ScheduleSearch, scheduleHref } from './schedule-search.ts';

interface DayStripProps {
  strip: Strip;
  chosen: Temporal.PlainDate;
  today: Temporal.PlainDate;
  filters: ScheduleSearch['filters'];
}

/** Seven days to choose from. */
export async function DayStrip({ strip, chosen, today, filters }: DayStripProps) {
  const t = await getTranslations('schedule');
  return (
    <nav aria-label={t('days')} className="-mx-2 pt-4 md:pt-6">
      <ol className="grid grid-cols-7">
        {strip.days.map((day) => (
          <li key={day.toString()}>
            <DayLink day={day} href={dayHref(day, today, filters)} isChosen={day.equals(chosen)} />
          </li>
        ))}
      </ol>
    </nav>
  );
}

/** The address of a day; today has none of its own, so that a bookmark of the schedule always opens today. */
export function dayHref(day: Temporal.PlainDate, today: Temporal.PlainDate, filters: ScheduleSearch['filters']) {
  return scheduleHref({ ...(!day.equals(today) && { day: day.toString() }), filters });
}

async function DayLink({ day, href, isChosen }: { day: Temporal.PlainDate; href: string; isChosen: boolean }) {
  const format = await getFormatter();
  const at = plainDate(day);
  return (
    <Link
      href={href}
      prefetch={false}
      scroll={false}
      aria-current={isChosen ? 'date' : undefined}
      className="group grid min-h-16 justify-items-center gap-1 rounded-control py-2"
    >
      <span className="text-muted text-xs group-aria-[current]:font-semibold group-aria-[current]:text-ink">
        {format.dateTime(at, 'weekday', { timeZone: 'UTC' })}
      </span>
      <LinkPending className="grid size-10 place-items-center rounded-full font-semibold text-lg transition-colors duration-150 group-hover:bg-line group-aria-[current]:bg-ink group-aria-[current]:text-paper">
        {day.day}
      </LinkPending>
      <span className="sr-only">{format.dateTime(at, { month: 'long', timeZone: 'UTC' })}</span>
    </Link>
  );
}

/** A date without a time, for formatting in UTC. */
export function plainDate(day: Temporal.PlainDate): Date {
  return new Date(`${day}T00:00:00Z`);
}
