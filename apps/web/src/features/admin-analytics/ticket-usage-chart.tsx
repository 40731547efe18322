'use client';

import { useTranslations } from 'next-intl';
import { ChartSection } from './chart-section.tsx';
import { ChartTable } from './chart-table.tsx';
import type { ChartAnswer, ChartQuery } from './chart-types.ts';
import { RowsChart } from './charts/lazy-charts.tsx';
import { useFigures } from './use-figures.ts';

const MOVES = ['granted', 'spent', 'returned', 'adjusted', 'revoked', 'expired'] as const;

/** What became of the entries that members have bought. */
export function TicketUsageChart({ query }: { query: ChartQuery }) {
  const t = useTranslations('adminAnalytics.tickets');
  const { number } = useFigures();
  return (
    <ChartSection name="ticket-usage" query={query} title={t('title')} note={t('note')} isEmpty={isEmpty}>
      {({ entries, unlimited }) => {
        const moves = MOVES.map((move) => ({ label: t(`moves.${move}`), entries: entries[move] }));
        const perTicket = unlimited.bookingsPerTicket;
        const ended =
          perTicket !== null && t('unlimited', { tickets: unlimited.tickets, perTicket: number(perTicket) });
        return {
          summary: [t('summary', entries), ended].filter(Boolean).join(' '),
          chart: (
            <RowsChart
              title={t('title')}
              rows={moves}
              series={[{ key: 'entries', name: t('entries'), paint: 'full' }]}
              formatValue={number}
            />
          ),
          table: (
            <ChartTable
              label={t('title')}
              rows={[
                ...moves,
                { label: t('unlimitedTickets'), entries: unlimited.tickets },
                { label: t('unlimitedBookings'), entries: unlimited.bookings },
              ]}
              columns={[
                { name: t('move'), text: ({ label }) => label },
                { name: t('amount'), text: (row) => number(row.entries) },
              ]}
            />
          ),
        };
      }}
    </ChartSection>
  );
}

function isEmpty({ entries, unlimited }: ChartAnswer<'ticket-usage'>): boolean {
  return MOVES.every((move) => entries[move] === 0) && unlimited.tickets === 0;
}
