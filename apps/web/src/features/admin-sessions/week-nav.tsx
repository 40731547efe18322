'use client';

import { ChevronLeft, ChevronRight } from 'lucide-react';
import { useFormatter, useTranslations } from 'next-intl';
import { buttonClass } from '#components/ui/button-class.ts';
import { Link } from '#i18n/navigation.ts';
import { type AdminSessionSearch, adminSessionsHref } from './admin-session-search.ts';
import { addDays, dayDate, mondayOf } from './week.ts';

interface WeekNavProps {
  monday: string;
  today: string;
  search: AdminSessionSearch;
}

/** Which week is shown, and the way to others. */
export function WeekNav({ monday, today, search }: WeekNavProps) {
  const t = useTranslations('adminSessions');
  const format = useFormatter();
  const to = (week: string) => adminSessionsHref({ ...search, view: 'week', week });
  const arrow = buttonClass('quiet', '', 'icon');
  const isThisWeek = monday === mondayOf(today);
  return (
    <nav aria-label={t('weeks')} className="flex items-center gap-1 pb-4">
      <Link
        href={to(addDays(monday, -7))}
        scroll={false}
        prefetch={false}
        aria-label={t('weekBefore')}
        className={arrow}
      >
        <ChevronLeft aria-hidden="true" size={20} />
      </Link>
      <Link href={to(addDays(monday, 7))} scroll={false} prefetch={false} aria-label={t('weekAfter')} className={arrow}>
        <ChevronRight aria-hidden="true" size={20} />
      </Link>
      <h2 className="px-2 font-bold text-xl tracking-tight" aria-live="polite">
        {/* Not a range of `Intl`: Node and browsers put different spaces into it. */}
        {format.dateTime(dayDate(monday), { day: 'numeric', month: 'short', timeZone: 'UTC' })}
        {' – '}
        {format.dateTime(dayDate(addDays(monday, 6)), 'date', { timeZone: 'UTC' })}
      </h2>
      {!isThisWeek && (
        <Link href={to(today)} scroll={false} prefetch={false} className={buttonClass('secondary', 'ml-auto')}>
          {t('thisWeek')}
        </Link>
      )}
    </nav>
  );
}
