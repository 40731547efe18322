'use client';

import { useTranslations } from 'next-intl';
import { ChartSection } from './chart-section.tsx';
import { ChartTable } from './chart-table.tsx';
import type { ChartQuery } from './chart-types.ts';
import { heatRows } from './heat-map.ts';
import { HeatTable } from './heat-table.tsx';
import { peakOf } from './peak-of.ts';
import { useFigures } from './use-figures.ts';

const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7];

/** How full sessions are, by weekday and hour. */
export function UtilizationChart({ query }: { query: ChartQuery }) {
  const t = useTranslations('adminAnalytics.utilization');
  const { number, share, weekday, shortWeekday, hour } = useFigures();
  return (
    <ChartSection
      name="utilization"
      query={query}
      title={t('title')}
      note={t('note')}
      isWide
      isEmpty={({ total }) => total.sessions === 0}
    >
      {({ total, items }) => {
        const peak = peakOf(items, ({ fillRate }) => fillRate);
        const fullest =
          peak && t('fullest', { weekday: weekday(peak.weekday), hour: hour(peak.hour), share: share(peak.fillRate) });
        const sum = t('summary', { share: share(total.fillRate), capacity: total.capacity, sessions: total.sessions });
        const rows = heatRows(items).map((row) => ({
          key: String(row.hour),
          name: hour(row.hour),
          cells: row.cells.map(({ weekday: day, item }) => ({
            key: String(day),
            share: item?.fillRate ?? null,
            text: item ? share(item.fillRate) : '',
            ...(item && {
              detail: t('cell', { booked: item.booked, capacity: item.capacity, sessions: item.sessions }),
            }),
          })),
        }));
        return {
          summary: [sum, fullest].filter(Boolean).join(' '),
          chart: <HeatTable label={t('title')} head={[t('hour'), ...WEEKDAYS.map(shortWeekday)]} rows={rows} />,
          table: (
            <ChartTable
              label={t('title')}
              rows={items}
              columns={[
                { name: t('when'), text: (row) => `${shortWeekday(row.weekday)} ${hour(row.hour)}` },
                { name: t('sessions'), text: (row) => number(row.sessions) },
                { name: t('booked'), text: (row) => number(row.booked) },
                { name: t('capacity'), text: (row) => number(row.capacity) },
                { name: t('fillRate'), text: (row) => share(row.fillRate) },
              ]}
            />
          ),
        };
      }}
    </ChartSection>
  );
}
