'use client';

import { useTranslations } from 'next-intl';
import { ChartSection } from './chart-section.tsx';
import { ChartTable } from './chart-table.tsx';
import type { ChartQuery } from './chart-types.ts';
import { ColumnsChart } from './charts/lazy-charts.tsx';
import { groupDays } from './group-days.ts';
import { peakOf } from './peak-of.ts';
import { useFigures } from './use-figures.ts';
import { useGrain } from './use-grain.ts';

/** How many accounts were made, over time. */
export function RegistrationsChart({ query }: { query: ChartQuery }) {
  const t = useTranslations('adminAnalytics.registrations');
  const { number, day } = useFigures();
  const { grain, name, axis, full } = useGrain(query);
  return (
    <ChartSection name="registrations" query={query} title={t('title')} isEmpty={({ total }) => total === 0}>
      {({ total, items }) => {
        const rows = groupDays(items, grain);
        const peak = peakOf(items, ({ count }) => count);
        return {
          summary: t('summary', { total, day: peak ? day(peak.day) : '', count: peak?.count ?? 0 }),
          chart: (
            <ColumnsChart
              title={t('title')}
              rows={rows.map((row) => ({ label: axis(row.day), count: row.count }))}
              series={[{ key: 'count', name: t('count'), paint: 'full' }]}
              formatValue={number}
            />
          ),
          table: (
            <ChartTable
              label={t('title')}
              rows={rows}
              columns={[
                { name, text: (row) => full(row.day) },
                { name: t('count'), text: (row) => number(row.count) },
              ]}
            />
          ),
        };
      }}
    </ChartSection>
  );
}
