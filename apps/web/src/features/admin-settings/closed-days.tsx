'use client';

import { useTranslations } from 'next-intl';
import { CloseDaysForm } from './close-days-form.tsx';
import { ClosedDayList } from './closed-day-list.tsx';

/** Days on which the studio, or one of its locations, is closed. */
export function ClosedDays() {
  const t = useTranslations('adminSettings');
  return (
    <div className="grid max-w-2xl gap-10">
      <p className="text-muted">{t('closed.about')}</p>
      <CloseDaysForm />
      <ClosedDayList />
    </div>
  );
}
