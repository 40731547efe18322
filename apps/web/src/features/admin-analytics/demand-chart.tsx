'use client';

import { useTranslations } from 'next-intl';
import { ChartSection } from './chart-section.tsx';
import { ChartTable } from './chart-table.tsx';
import type { ChartAnswer, ChartQuery } from './chart-types.ts';
import { RowsChart } from './charts/lazy-charts.tsx';
import { peakOf } from './peak-of.ts';
import { useFigures } from './use-figures.ts';

const MAX_BARS = 8;

/** Who waited and never got a place: what a further session could have been sold to. */
export function DemandChart({ query }: { query: ChartQuery }) {
  const t = useTranslations('adminAnalytics.demand');
  const { number, share, weekday, hour } = useFigures();
  const busiest = (byHour: ChartAnswer<'demand'>['byHour']) => {
    const peak = peakOf(byHour, ({ unmet }) => unmet);
    return peak && t('busiest', { weekday: weekday(peak.weekday), hour: hour(peak.hour), count: peak.unmet });
  };
  return (
    <ChartSection
      name="demand"
      query={query}
      title={t('title')}
      note={t('note')}
      isEmpty={({ total }) => total.waited === 0}
    >
      {({ total, byClass, byHour }) => ({
        summary: [
          t('summary', { waited: total.waited, unmet: total.unmet, share: share(total.unmetShare) }),
          busiest(byHour),
        ]
          .filter(Boolean)
          .join(' '),
        chart: (
          <RowsChart
            title={t('title')}
            rows={byClass.slice(0, MAX_BARS).map((row) => ({
              label: row.class.name,
              unmet: row.unmet,
              met: row.waited - row.unmet,
            }))}
            series={[
              { key: 'unmet', name: t('unmet'), paint: 'hatched' },
              { key: 'met', name: t('met'), paint: 'full' },
            ]}
            formatValue={number}
          />
        ),
        table: (
          <ChartTable
            label={t('title')}
            rows={byClass}
            columns={[
              { name: t('class'), text: (row) => row.class.name },
              { name: t('waited'), text: (row) => number(row.waited) },
              { name: t('unmet'), text: (row) => number(row.unmet) },
              { name: t('unmetShare'), text: (row) => share(row.unmetShare) },
            ]}
          />
        ),
      })}
    </ChartSection>
  );
}
