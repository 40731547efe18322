'use client';

import { isProblem } from '@openmat/api-client';
import { useTranslations } from 'next-intl';

/** Says in the visitor's language why something failed: by the code of the API, otherwise with the API's own words. */
export function useProblemText(): (error: unknown) => string {
  const t = useTranslations('errors');
  return (error) => {
    if (!isProblem(error)) return t('unreachable');
    const key = error.code as Parameters<typeof t>[0];
    return t.has(key) ? t(key) : error.problem.title;
  };
}
