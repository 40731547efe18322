'use client';

import { unwrap } from '@openmat/api-client';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useTimeZone, useTranslations } from 'next-intl';
import { useState } from 'react';
import { CsvButton } from '#components/ui/csv-button.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { PagedList } from '#components/ui/paged-list.tsx';
import { api } from '#lib/api/browser-client.ts';
import { queryKeys } from '#lib/api/query-keys.ts';
import { instantToWallTime } from '#lib/format/wall-time.ts';
import { ClosedDayRow } from './closed-day-row.tsx';

/** The closed days that are still to come, in their order. */
export function ClosedDayList() {
  const t = useTranslations('adminSettings');
  const zone = useTimeZone() ?? 'UTC';
  const [from] = useState(() => instantToWallTime(new Date().toISOString(), zone).date);
  const list = useInfiniteQuery({
    queryKey: [...queryKeys.closedDayList, 'coming', from],
    queryFn: ({ pageParam: cursor, signal }) =>
      unwrap(
        api.GET('/api/v1/admin/closed-days', {
          params: { query: { from, limit: 50, ...(cursor && { cursor }) } },
          signal,
        }),
      ),
    initialPageParam: null as string | null,
    getNextPageParam: ({ nextCursor }) => nextCursor,
  });
  return (
    <section aria-labelledby="closed-days">
      <div className="flex flex-wrap items-center justify-between gap-3 pb-3">
        <h2 id="closed-days" className="font-bold text-xl tracking-tight">
          {t('closed.coming')}
        </h2>
        <CsvButton path="/api/v1/admin/closed-days" query={{ from }} />
      </div>
      <PagedList list={list} loading={t('loading')} empty={<EmptyState title={t('closed.none')} />}>
        {(days) => (
          <ul aria-labelledby="closed-days" className="border-line border-t">
            {days.map((day) => (
              <ClosedDayRow key={day.id} day={day} />
            ))}
          </ul>
        )}
      </PagedList>
    </section>
  );
}
