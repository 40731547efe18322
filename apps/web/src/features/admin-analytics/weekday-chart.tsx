'use client';

import { useTranslations } from 'next-intl';
import { ChartSection } from './chart-section.tsx';
import { ChartTable } from './chart-table.tsx';
import type { ChartQuery } from './chart-types.ts';
import { ColumnsChart } from './charts/lazy-charts.tsx';
import { peakOf } from './peak-of.ts';
import { useFigures } from './use-figures.ts';

/** On which days of the week places are booked. */
export function WeekdayChart({ query }: { query: ChartQuery }) {
  const t = useTranslations('adminAnalytics.weekdays');
  const { number, weekday, shortWeekday } = useFigures();
  return (
    <ChartSection
      name="bookings-by-weekday"
      query={query}
      title={t('title')}
      note={t('note')}
      isEmpty={({ total }) => total === 0}
    >
      {({ total, items }) => {
        const peak = peakOf(items, ({ bookings }) => bookings);
        return {
          summary: t('summary', { total, weekday: weekday(peak?.weekday ?? 1), count: peak?.bookings ?? 0 }),
          chart: (
            <ColumnsChart
              title={t('title')}
              rows={items.map((row) => ({ label: shortWeekday(row.weekday), bookings: row.bookings }))}
              series={[{ key: 'bookings', name: t('bookings'), paint: 'full' }]}
              formatValue={number}
            />
          ),
          table: (
            <ChartTable
              label={t('title')}
              rows={items}
              columns={[
                { name: t('weekday'), text: (row) => weekday(row.weekday) },
                { name: t('sessions'), text: (row) => number(row.sessions) },
                { name: t('bookings'), text: (row) => number(row.bookings) },
              ]}
            />
          ),
        };
      }}
    </ChartSection>
  );
}
