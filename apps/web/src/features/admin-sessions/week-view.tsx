'use client';

import { useQueryClient } from '@tanstack/react-query';
import { useNow, useTimeZone, useTranslations } from 'next-intl';
import { ErrorState } from '#components/ui/error-state.tsx';
import { Skeleton } from '#components/ui/skeleton.tsx';
import { queryKeys } from '#lib/api/query-keys.ts';
import { instantToWallTime } from '#lib/format/wall-time.ts';
import { useLiveSessions } from '#lib/live/use-live-sessions.ts';
import type { AdminSessionSearch } from './admin-session-search.ts';
import { SessionFilters } from './session-filters.tsx';
import { useCatalogue } from './use-catalogue.ts';
import { useWeek } from './use-week.ts';
import { mondayOf } from './week.ts';
import { WeekGrid } from './week-grid.tsx';
import { WeekNav } from './week-nav.tsx';

const MINUTE_MS = 60_000;

/** One week of the schedule, side by side, with its counts moving. */
export function WeekView({ search: chosen }: { search: AdminSessionSearch }) {
  const t = useTranslations('adminSessions');
  const queryClient = useQueryClient();
  const studioZone = useTimeZone() ?? 'UTC';
  const catalogue = useCatalogue();
  // One location at a time: sessions of several would be too narrow to read.
  const locations = catalogue.data?.locations ?? [];
  const location = locations.find(({ id }) => id === chosen.locationId) ?? locations[0];
  const search = { ...chosen, ...(location && { locationId: location.id }) };
  const timeZone = location?.timeZone ?? studioZone;
  const now = instantToWallTime(useNow({ updateInterval: MINUTE_MS }).toISOString(), timeZone);
  const monday = mondayOf(search.week ?? now.date);
  const { sessions, closedDays, error, retry, isFetching } = useWeek(search, monday, timeZone, !catalogue.isPending);
  useLiveSessions(sessions?.map(({ id }) => id) ?? [], () => {
    void queryClient.invalidateQueries({ queryKey: queryKeys.adminWeek({}).slice(0, -1) });
  });
  return (
    <>
      <SessionFilters search={search} names={['locationId', 'classId', 'instructorId']} always="locationId" />
      <WeekNav monday={monday} today={now.date} search={search} />
      {sessions && <WeekGrid {...{ sessions, closedDays, monday, now }} locationId={search.locationId} />}
      {!sessions && error && <ErrorState error={error} retry={retry} pending={isFetching} />}
      {!sessions && !error && (
        <div role="status">
          <span className="sr-only">{t('loading')}</span>
          <Skeleton className="h-[36rem] w-full" />
        </div>
      )}
    </>
  );
}
