'use client';

import { useFormatter, useTranslations } from 'next-intl';
import { readWeeklyRule, weekdayDate } from './weekly-rule.ts';

/** Gives the function that says a recurrence rule in words; one that weekdays and weeks cannot say stays as it is. */
export function useRuleText(): (rule: string) => string {
  const t = useTranslations('adminSeries');
  const format = useFormatter();
  return (rule) => {
    const weekly = readWeeklyRule(rule);
    if (!weekly) return rule;
    const days = weekly.weekdays.map((day) => format.dateTime(weekdayDate(day), { weekday: 'long', timeZone: 'UTC' }));
    return t('everyWeeks', { count: weekly.everyWeeks, days: format.list(days) });
  };
}
