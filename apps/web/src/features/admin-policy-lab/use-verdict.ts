'use client';

import { useTranslations } from 'next-intl';
import { useFigures } from '#features/admin-analytics/use-figures.ts';
import type { LabAnswer } from './lab-types.ts';

/** What came of a replay, in a sentence. */
export function useVerdict(): (answer: LabAnswer) => string {
  const t = useTranslations('adminPolicyLab');
  const { number } = useFigures();
  return ({ changed, unchanged }) => {
    if (changed.sessions === 0) return t('empty');
    const more = changed.booked - unchanged.booked;
    if (more === 0) return t('verdict.same');
    return t(`verdict.${more > 0 ? 'more' : 'less'}`, { by: number(Math.abs(more)) });
  };
}
