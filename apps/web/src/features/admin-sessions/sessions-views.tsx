'use client';

import { useTimeZone, useTranslations } from 'next-intl';
import { CsvButton } from '#components/ui/csv-button.tsx';
import { ListSkeleton } from '#components/ui/skeleton.tsx';
import { type AdminSessionSearch, adminSessionQuery } from './admin-session-search.ts';
import { ScheduleTabs } from './schedule-tabs.tsx';
import { SessionFilters } from './session-filters.tsx';
import { SessionTable } from './session-table.tsx';
import { useIsWide } from './use-is-wide.ts';
import { WeekView } from './week-view.tsx';

/** The week where there is room for it and the list where not, unless the address says which. */
export function SessionsViews({ search }: { search: AdminSessionSearch }) {
  const t = useTranslations('adminSessions');
  const timeZone = useTimeZone() ?? 'UTC';
  const isWide = useIsWide();
  const view = search.view ?? (isWide === null ? null : isWide ? 'week' : 'list');
  return (
    <>
      <ScheduleTabs current={view === 'week' || view === 'list' ? view : null} search={search} />
      {view === null && <ListSkeleton label={t('loading')} />}
      {view === 'week' && <WeekView search={search} />}
      {view === 'list' && (
        <>
          <SessionFilters search={search} names={['from', 'to', 'classId', 'locationId', 'instructorId', 'state']} />
          <div className="flex justify-end pb-4">
            <CsvButton path="/api/v1/admin/sessions" query={adminSessionQuery(search, timeZone)} />
          </div>
          <SessionTable search={search} />
        </>
      )}
    </>
  );
}
