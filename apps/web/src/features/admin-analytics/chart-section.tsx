'use client';

import { useTranslations } from 'next-intl';
import { type ReactNode, useId, useState } from 'react';
import { Button } from '#components/ui/button.tsx';
import { CsvButton } from '#components/ui/csv-button.tsx';
import { ErrorState } from '#components/ui/error-state.tsx';
import { Skeleton } from '#components/ui/skeleton.tsx';
import type { ChartAnswer, ChartName, ChartQuery } from './chart-types.ts';
import { useChart } from './use-chart.ts';

/** The same numbers three times: in a sentence, as a picture and as a table. */
interface ChartParts {
  summary: ReactNode;
  chart: ReactNode;
  table: ReactNode;
}

interface ChartSectionProps<Name extends ChartName> {
  name: Name;
  query: ChartQuery;
  title: string;
  /** How it is counted, where the title does not say it. */
  note?: string;
  /** As wide as the page. */
  isWide?: boolean;
  isEmpty(answer: ChartAnswer<Name>): boolean;
  children(answer: ChartAnswer<Name>): ChartParts;
}

/** One question about the studio and its answer: being loaded, failed, empty, or there to look at, to read and to save. */
export function ChartSection<Name extends ChartName>(props: ChartSectionProps<Name>) {
  const { name, query, title, note, isWide = false, isEmpty, children } = props;
  const t = useTranslations('adminAnalytics');
  const id = useId();
  const { data, error, isFetching, isPlaceholderData, refetch } = useChart(name, query);
  const [asTable, setAsTable] = useState(false);
  const shape = asTable ? t('asChart') : t('asTable');
  const isThere = data !== undefined && !isEmpty(data);
  return (
    <section
      aria-labelledby={id}
      aria-busy={isFetching}
      className={`grid min-w-0 grid-cols-[minmax(0,1fr)] content-start border-line border-t pt-4 ${isWide ? 'xl:col-span-2' : ''}`}
    >
      <div className="flex min-h-11 items-center justify-between gap-x-4">
        <h3 id={id} className="font-bold text-lg">
          {title}
        </h3>
        {isThere && (
          <div className="-mr-3 flex">
            <Button variant="quiet" aria-label={`${shape}: ${title}`} onClick={() => setAsTable(!asTable)}>
              {shape}
            </Button>
            <CsvButton isIcon subject={title} path={`/api/v1/admin/analytics/${name}`} query={query} />
          </div>
        )}
      </div>
      {data && (
        <div className={`transition-opacity ${isPlaceholderData ? 'opacity-50' : ''}`}>
          {isThere ? <Parts {...children(data)} asTable={asTable} note={note} /> : <Nothing />}
        </div>
      )}
      {!data && error && <ErrorState error={error} retry={refetch} pending={isFetching} />}
      {!data && !error && <Waiting label={t('loading', { title })} />}
    </section>
  );
}

function Parts({ summary, chart, table, asTable, note }: ChartParts & { asTable: boolean; note: string | undefined }) {
  return (
    <>
      <p className="max-w-prose text-pretty">{summary}</p>
      <div className="pt-5">{asTable ? table : chart}</div>
      {note && <p className="max-w-prose pt-3 text-muted text-sm">{note}</p>}
    </>
  );
}

function Nothing() {
  const t = useTranslations('adminAnalytics');
  return <p className="py-12 text-center text-muted">{t('empty')}</p>;
}

function Waiting({ label }: { label: string }) {
  return (
    <div role="status" className="grid gap-5">
      <span className="sr-only">{label}</span>
      <Skeleton className="h-6 w-2/3" />
      <Skeleton className="h-60 w-full" />
    </div>
  );
}
