'use client';

import { useTranslations } from 'next-intl';
import { ChartSection } from './chart-section.tsx';
import { ChartTable } from './chart-table.tsx';
import type { ChartQuery } from './chart-types.ts';
import { RowsChart } from './charts/lazy-charts.tsx';
import { useFigures } from './use-figures.ts';

/** As many as can be taken in at a glance; the table has all. */
const MAX_BARS = 8;

/** Which classes are booked most. */
export function PopularClassesChart({ query }: { query: ChartQuery }) {
  const t = useTranslations('adminAnalytics.popular');
  const { number, share } = useFigures();
  return (
    <ChartSection
      name="popular-classes"
      query={query}
      title={t('title')}
      isEmpty={({ items }) => !items.some(({ bookings }) => bookings > 0)}
    >
      {({ items }) => {
        const [first] = items;
        return {
          summary: t('summary', {
            name: first?.class.name ?? '',
            count: first?.bookings ?? 0,
            share: share(first?.share ?? null),
          }),
          chart: (
            <RowsChart
              title={t('title')}
              rows={items.slice(0, MAX_BARS).map((row) => ({ label: row.class.name, bookings: row.bookings }))}
              series={[{ key: 'bookings', name: t('bookings'), paint: 'full' }]}
              formatValue={number}
            />
          ),
          table: (
            <ChartTable
              label={t('title')}
              rows={items}
              columns={[
                { name: t('class'), text: (row) => row.class.name },
                { name: t('sessions'), text: (row) => number(row.sessions) },
                { name: t('bookings'), text: (row) => number(row.bookings) },
                { name: t('share'), text: (row) => share(row.share) },
                { name: t('fillRate'), text: (row) => share(row.fillRate) },
              ]}
            />
          ),
        };
      }}
    </ChartSection>
  );
}
