'use client';

import { useTranslations } from 'next-intl';
import { ChartSection } from './chart-section.tsx';
import { ChartTable } from './chart-table.tsx';
import type { ChartAnswer, ChartQuery } from './chart-types.ts';
import { HeatTable } from './heat-table.tsx';
import { cohortsOf } from './retention-cohorts.ts';
import { useFigures } from './use-figures.ts';

/** Who came again, by the month of their first visit. */
export function RetentionChart({ query }: { query: ChartQuery }) {
  const t = useTranslations('adminAnalytics.retention');
  const { number, share, month } = useFigures();
  return (
    <ChartSection
      name="retention"
      query={query}
      title={t('title')}
      note={t('note')}
      isWide
      isEmpty={({ items }) => cohortsOf(items).cohorts.length === 0}
    >
      {({ items }) => {
        const { cohorts, months, latest } = cohortsOf(items);
        const cellOf = (cohort: Cohort, after: number) => cohort.months.find((cell) => cell.after === after);
        const rows = cohorts.map((cohort) => ({
          key: cohort.month,
          name: `${month(cohort.month)} (${number(cohort.members)})`,
          cells: months.map((after) => {
            const cell = cellOf(cohort, after);
            return { key: String(after), share: cell?.share ?? null, text: cell ? share(cell.share) : '' };
          }),
        }));
        return {
          summary: latest
            ? t('summary', { ...latest, month: month(latest.month), share: share(latest.share) })
            : t('first', { members: cohorts.reduce((sum, { members }) => sum + members, 0) }),
          chart: (
            <HeatTable
              label={t('title')}
              head={[t('cohort'), ...months.map((after) => t('after', { after }))]}
              rows={rows}
            />
          ),
          table: (
            <ChartTable
              label={t('title')}
              rows={cohorts}
              columns={[
                { name: t('month'), text: (cohort) => month(cohort.month) },
                { name: t('members'), text: (cohort) => number(cohort.members) },
                ...months.map((after) => ({
                  name: t('after', { after }),
                  text: (cohort: Cohort) => {
                    const cell = cellOf(cohort, after);
                    return cell ? number(cell.members) : '';
                  },
                })),
              ]}
            />
          ),
        };
      }}
    </ChartSection>
  );
}

type Cohort = ChartAnswer<'retention'>['items'][number];
