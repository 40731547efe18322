'use client';

import { useFormatter, useTranslations } from 'next-intl';
import { Td } from '#components/ui/table.tsx';
import { dayDate } from '#features/admin-sessions/week.ts';
import { Link } from '#i18n/navigation.ts';
import type { Series } from '#lib/api/types.ts';
import { useRuleText } from './use-rule-text.ts';

/** One series in the list. */
export function SeriesRow({ series }: { series: Series }) {
  const t = useTranslations('adminSeries');
  const format = useFormatter();
  const ruleText = useRuleText();
  return (
    <tr>
      <Td>
        <Link
          href={`/admin/sessions/series/${series.id}`}
          prefetch={false}
          className="font-semibold underline-offset-4 hover:underline"
        >
          {series.class.name}
        </Link>
        <span className="block text-muted text-sm md:hidden">
          {series.instructor.name} · {series.location.name}
        </span>
      </Td>
      <Td>
        <span className="block font-semibold">{series.startTime}</span>
        <span className="block text-muted text-sm">{ruleText(series.rule)}</span>
      </Td>
      <Td wide>{series.instructor.name}</Td>
      <Td wide>{series.location.name}</Td>
      <Td wide>{series.endsOn ? format.dateTime(dayDate(series.endsOn), 'date', { timeZone: 'UTC' }) : t('noEnd')}</Td>
    </tr>
  );
}
