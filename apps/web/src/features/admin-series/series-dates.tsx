'use client';

import { isProblem, unwrap } from '@openmat/api-client';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useFormatter, useTranslations } from 'next-intl';
import { useDeferredValue } from 'react';
import { Badge } from '#components/ui/badge.tsx';
import { ErrorState } from '#components/ui/error-state.tsx';
import { api } from '#lib/api/browser-client.ts';
import { queryKeys } from '#lib/api/query-keys.ts';
import { type MarkedOccurrence, markOccurrences, notableOccurrences } from './occurrence-marks.ts';
import type { PreviewBody } from './series-form-values.ts';

/** So many dates are shown in full; of later ones those about which something is special. */
const SHOWN = 12;

/** The dates that a series would have, with closed days and changes of the clocks marked. */
export function SeriesDates({ times }: { times: PreviewBody | null }) {
  const t = useTranslations('adminSeries');
  const body = useDeferredValue(times);
  const { data, error, refetch, isFetching } = useQuery({
    queryKey: queryKeys.seriesPreview(body ?? {}),
    queryFn: ({ signal }) => {
      if (!body) throw new Error('asked for a preview of nothing');
      return unwrap(api.POST('/api/v1/admin/series/preview', { body, signal }));
    },
    enabled: body !== null,
    placeholderData: keepPreviousData,
  });
  const marked = markOccurrences(data?.occurrences ?? []);
  const held = marked.filter(({ closed }) => closed === null).length;
  const refused = isProblem(error, 'validation_failed') ? error.problem.errors?.[0]?.message : undefined;
  return (
    <section aria-labelledby="dates" className="min-w-0">
      <h2 id="dates" className="pb-1 font-bold text-xl tracking-tight">
        {t('dates')}
      </h2>
      <p role="status" className="pb-3 text-muted">
        {body === null && t('datesMissing')}
        {body !== null &&
          !error &&
          data &&
          t(data.truncated || !body.endsOn ? 'datesOpen' : 'datesCount', { count: held })}
        {refused}
      </p>
      {error && !refused && <ErrorState error={error} retry={refetch} pending={isFetching} />}
      {body !== null && !error && data && (
        <ol aria-label={t('dates')} className="border-line border-t">
          {notableOccurrences(marked, SHOWN).map((occurrence) => (
            <DateRow key={occurrence.day} occurrence={occurrence} timeZone={data.timeZone} />
          ))}
        </ol>
      )}
    </section>
  );
}

function DateRow({ occurrence, timeZone }: { occurrence: MarkedOccurrence; timeZone: string }) {
  const t = useTranslations('adminSeries');
  const format = useFormatter();
  const { startsAt, closed, clocksChanged } = occurrence;
  const start = new Date(startsAt);
  const isClosed = closed !== null;
  return (
    <li className="flex flex-wrap items-baseline gap-x-3 border-line border-b py-2">
      <span className={isClosed ? 'text-muted line-through' : ''}>
        {format.dateTime(start, { weekday: 'short', day: 'numeric', month: 'short', year: 'numeric', timeZone })}
      </span>
      <span className={isClosed ? 'text-muted line-through' : 'font-semibold'}>
        {format.dateTime(start, 'time', { timeZone })}
      </span>
      {isClosed && <Badge tone="wait">{closed ? t('closedFor', { reason: closed }) : t('closed')}</Badge>}
      {clocksChanged && <Badge>{t('clocksChanged')}</Badge>}
    </li>
  );
}
