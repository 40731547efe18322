'use client';

import { useTranslations } from 'next-intl';
import { useOptimistic, useTransition } from 'react';
import { useRouter } from '#i18n/navigation.ts';
import { type AnalyticsSearch, analyticsHref, daysOf } from './analytics-search.ts';
import { AttendanceChart } from './attendance-chart.tsx';
import { DemandChart } from './demand-chart.tsx';
import { KpiTiles } from './kpi-tiles.tsx';
import { PeriodFilter } from './period-filter.tsx';
import { PopularClassesChart } from './popular-classes-chart.tsx';
import { RegistrationsChart } from './registrations-chart.tsx';
import { RetentionChart } from './retention-chart.tsx';
import { RevenueChart } from './revenue-chart.tsx';
import { SessionFilter } from './session-filter.tsx';
import { TicketUsageChart } from './ticket-usage-chart.tsx';
import { UtilizationChart } from './utilization-chart.tsx';
import { WeekdayChart } from './weekday-chart.tsx';

const gridClass = 'grid grid-cols-[minmax(0,1fr)] gap-x-10 gap-y-12 pt-6 xl:grid-cols-2';

interface AnalyticsBoardProps {
  search: AnalyticsSearch;
  /** At the studio. */
  today: string;
}

/** What the studio can learn about itself; period and filters stand in the address, so that they can be kept and shared. */
export function AnalyticsBoard({ search: chosen, today }: AnalyticsBoardProps) {
  const t = useTranslations('adminAnalytics');
  const router = useRouter();
  const [pending, startTransition] = useTransition();
  const [search, setSearch] = useOptimistic(chosen);
  const apply = (next: AnalyticsSearch) =>
    startTransition(() => {
      setSearch(next);
      router.replace(analyticsHref(next), { scroll: false });
    });
  const days = daysOf(search, today);
  const { locationId, classId } = search;
  const sessions = { ...days, ...(locationId && { locationId }), ...(classId && { classId }) };
  return (
    <div aria-busy={pending} className="grid grid-cols-[minmax(0,1fr)] gap-10">
      <PeriodFilter search={search} today={today} apply={apply} />
      <KpiTiles query={days} />
      <section aria-labelledby="studio">
        <h2 id="studio" className="font-bold text-2xl tracking-tight">
          {t('studio.title')}
        </h2>
        <div className={gridClass}>
          <RevenueChart query={days} />
          <RegistrationsChart query={days} />
          <TicketUsageChart query={days} />
          <RetentionChart query={days} />
        </div>
      </section>
      <section aria-labelledby="sessions">
        <div className="flex flex-wrap items-end justify-between gap-x-6 gap-y-4">
          <h2 id="sessions" className="font-bold text-2xl tracking-tight">
            {t('sessions.title')}
          </h2>
          <SessionFilter search={search} apply={apply} />
        </div>
        <div className={gridClass}>
          <WeekdayChart query={sessions} />
          <PopularClassesChart query={sessions} />
          <UtilizationChart query={sessions} />
          <DemandChart query={sessions} />
          <AttendanceChart query={sessions} />
        </div>
      </section>
    </div>
  );
}
