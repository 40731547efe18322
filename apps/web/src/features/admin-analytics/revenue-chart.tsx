'use client';

import { useTranslations } from 'next-intl';
import { ChartSection } from './chart-section.tsx';
import { ChartTable } from './chart-table.tsx';
import type { ChartAnswer, ChartQuery } from './chart-types.ts';
import { ColumnsChart } from './charts/lazy-charts.tsx';
import { groupDays } from './group-days.ts';
import { peakOf } from './peak-of.ts';
import { useFigures } from './use-figures.ts';
import { useGrain } from './use-grain.ts';

const AMOUNTS = ['gross', 'refunds', 'net', 'desk'] as const;
const PAINT = { gross: 'full', refunds: 'hatched', net: 'line', desk: 'hollow' } as const;

/** What came in, what was given back, and what is left of it, over time; and what was taken at the desk besides. */
export function RevenueChart({ query }: { query: ChartQuery }) {
  const t = useTranslations('adminAnalytics.revenue');
  const { money, day } = useFigures();
  const { grain, name, axis, full } = useGrain(query);
  return (
    <ChartSection name="revenue" query={query} title={t('title')} note={t('note')} isWide isEmpty={isEmpty}>
      {({ currency, total, items, otherCurrencies }) => {
        const rows = groupDays(items, grain);
        const peak = peakOf(items, ({ net }) => net);
        const amount = (value: number) => money(value, currency);
        const best = peak ? t('best', { day: day(peak.day), amount: amount(peak.net) }) : '';
        const atDesk = total.desk > 0 ? t('atDesk', { amount: amount(total.desk) }) : '';
        const others = otherCurrencies.map((other) =>
          t('other', { amount: money(other.net, other.currency), desk: money(other.desk, other.currency) }),
        );
        const sums = { gross: amount(total.gross), refunds: amount(total.refunds), net: amount(total.net) };
        return {
          summary: [t('summary', sums), best, atDesk, ...others].filter(Boolean).join(' '),
          chart: (
            <ColumnsChart
              title={t('title')}
              rows={rows.map((row) => ({
                label: axis(row.day),
                gross: row.gross,
                refunds: -row.refunds,
                net: row.net,
                desk: row.desk,
              }))}
              series={AMOUNTS.map((key) => ({ key, name: t(key), paint: PAINT[key] }))}
              formatValue={amount}
            />
          ),
          table: (
            <ChartTable
              label={t('title')}
              rows={rows}
              columns={[
                { name, text: (row) => full(row.day) },
                ...AMOUNTS.map((key) => ({ name: t(key), text: (row: (typeof rows)[number]) => amount(row[key]) })),
              ]}
            />
          ),
        };
      }}
    </ChartSection>
  );
}

function isEmpty({ total, otherCurrencies }: ChartAnswer<'revenue'>): boolean {
  return total.gross === 0 && total.refunds === 0 && total.desk === 0 && otherCurrencies.length === 0;
}
