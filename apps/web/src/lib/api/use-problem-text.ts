'use client';

import { isProblem, UnreachableError } from '@openmat/api-client';
import { useTranslations } from 'next-intl';

/** Says in the visitor's language why something failed: by the code of the API, otherwise with the API's own words. */
export function useProblemText(): (error: unknown) => string {
  const t = useTranslations('errors');
  return (error) => {
    if (error instanceof UnreachableError) return t('unreachable');
    if (!isProblem(error)) return t('internal_error');
    const { retryAfterSeconds } = error;
    if (error.code === 'rate_limited' && retryAfterSeconds !== null) {
      return t('rateLimitedFor', { minutes: Math.ceil(retryAfterSeconds / 60) });
    }
    const key = error.code as Parameters<typeof t>[0];
    return t.has(key) ? t(key) : error.problem.title;
  };
}
