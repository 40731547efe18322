'use client';

import { useTranslations } from 'next-intl';
import type { ChartQuery } from './chart-types.ts';
import { grainOf } from './group-days.ts';
import { lengthOf } from './period-presets.ts';
import { useFigures } from './use-figures.ts';

/** By what a chart over time goes, and how a point of it is called: below the axis, and in full. */
export function useGrain(query: ChartQuery) {
  const t = useTranslations('adminAnalytics');
  const { date, shortDate, shortMonth, month } = useFigures();
  const grain = grainOf(lengthOf(query));
  const isMonthly = grain === 'month';
  return { grain, name: t(`grain.${grain}`), axis: isMonthly ? shortMonth : shortDate, full: isMonthly ? month : date };
}
