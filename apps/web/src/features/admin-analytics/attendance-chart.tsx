'use client';

import { useTranslations } from 'next-intl';
import { ChartSection } from './chart-section.tsx';
import { ChartTable } from './chart-table.tsx';
import type { ChartQuery } from './chart-types.ts';
import { ColumnsChart } from './charts/lazy-charts.tsx';
import { lengthOf } from './period-presets.ts';
import { useFigures } from './use-figures.ts';

/** Up to here by day; rates of single days jump about too much to be compared over longer. */
const MAX_DAYS = 14;

/** Who did not come, and who canceled too late. */
export function AttendanceChart({ query }: { query: ChartQuery }) {
  const t = useTranslations('adminAnalytics.attendance');
  const { number, share, date, shortDate } = useFigures();
  const isDaily = lengthOf(query) <= MAX_DAYS;
  return (
    <ChartSection
      name="attendance"
      query={query}
      title={t('title')}
      note={t('note')}
      isEmpty={({ total }) => total.booked + total.lateCancels === 0}
    >
      {({ total, items, weeks }) => {
        const rows = isDaily ? items : weeks;
        return {
          summary: t('summary', {
            noShowRate: share(total.noShowRate),
            noShows: total.noShows,
            lateCancelRate: share(total.lateCancelRate),
            lateCancels: total.lateCancels,
          }),
          chart: (
            <ColumnsChart
              title={t('title')}
              rows={rows.map(({ day, noShowRate, lateCancelRate }) => ({
                label: shortDate(day),
                noShowRate,
                lateCancelRate,
              }))}
              series={[
                { key: 'noShowRate', name: t('noShowRate'), paint: 'line' },
                { key: 'lateCancelRate', name: t('lateCancelRate'), paint: 'dashed' },
              ]}
              formatValue={share}
              isShare
            />
          ),
          table: (
            <ChartTable
              label={t('title')}
              rows={rows}
              columns={[
                { name: isDaily ? t('day') : t('week'), text: ({ day }) => date(day) },
                { name: t('booked'), text: ({ booked }) => number(booked) },
                { name: t('noShows'), text: ({ noShows }) => number(noShows) },
                { name: t('noShowRate'), text: ({ noShowRate }) => share(noShowRate) },
                { name: t('lateCancels'), text: ({ lateCancels }) => number(lateCancels) },
                { name: t('lateCancelRate'), text: ({ lateCancelRate }) => share(lateCancelRate) },
              ]}
            />
          ),
        };
      }}
    </ChartSection>
  );
}
