'use client';

import { useTranslations } from 'next-intl';
import { CsvButton } from '#components/ui/csv-button.tsx';
import { ErrorState } from '#components/ui/error-state.tsx';
import { Skeleton } from '#components/ui/skeleton.tsx';
import type { ChartQuery } from './chart-types.ts';
import { describeChange, type Figure } from './compare-figures.ts';
import { lengthOf } from './period-presets.ts';
import { useChart } from './use-chart.ts';
import { useFigures } from './use-figures.ts';

const COUNTS = ['totalUsers', 'activeTickets', 'activeBookings'] as const;

/** The studio at a glance, against the period before. */
export function KpiTiles({ query }: { query: ChartQuery }) {
  const t = useTranslations('adminAnalytics.kpis');
  const { number, money } = useFigures();
  const { data, error, isFetching, isPlaceholderData, refetch } = useChart('kpis', query);
  if (!data) {
    if (error) return <ErrorState error={error} retry={refetch} pending={isFetching} />;
    return <Waiting label={t('loading')} />;
  }
  const { revenue } = data;
  const amount = (value: number) => money(value, revenue.currency);
  return (
    <section aria-label={t('title')} aria-busy={isFetching}>
      <dl
        className={`grid grid-cols-2 gap-x-6 gap-y-7 transition-opacity xl:grid-cols-4 ${isPlaceholderData ? 'opacity-50' : ''}`}
      >
        {COUNTS.map((name) => (
          <Tile key={name} name={t(name)} hint={t(`hints.${name}`)} figure={data[name]} write={number} />
        ))}
        <Tile name={t('revenue')} hint={t('hints.revenue')} figure={revenue} write={amount} />
      </dl>
      <div className="-mr-3 flex flex-wrap items-center justify-between gap-x-4 pt-3">
        <p className="text-muted text-sm">{t('compared', { days: lengthOf(query) })}</p>
        <CsvButton isIcon subject={t('title')} path="/api/v1/admin/analytics/kpis" query={query} />
      </div>
    </section>
  );
}

interface TileProps {
  name: string;
  hint: string;
  figure: Figure;
  write(value: number): string;
}

/** A figure and how it has changed, in words: neither an arrow nor a colour has to be understood. */
function Tile({ name, hint, figure, write }: TileProps) {
  const t = useTranslations('adminAnalytics.kpis');
  const { share } = useFigures();
  const change = describeChange(figure);
  const text = 'by' in change ? t(change.kind, { by: share(change.by) }) : t(change.kind);
  return (
    <div className="grid content-start">
      <dt className="font-semibold text-muted text-sm">{name}</dt>
      <dd className="order-2 pt-1 font-bold text-2xl tracking-tight sm:text-3xl">{write(figure.value)}</dd>
      <dd className="order-3 pt-1 text-sm">
        <span className="font-semibold">{text}</span>
        {'by' in change && <span className="text-muted"> {t('before', { value: write(figure.previous) })}</span>}
      </dd>
      <dd className="order-4 text-muted text-sm">{hint}</dd>
    </div>
  );
}

function Waiting({ label }: { label: string }) {
  return (
    <div role="status" className="grid grid-cols-2 gap-x-6 gap-y-7 xl:grid-cols-4">
      <span className="sr-only">{label}</span>
      {[...COUNTS, 'revenue'].map((name) => (
        <Skeleton key={name} className="h-28 w-full" />
      ))}
    </div>
  );
}
