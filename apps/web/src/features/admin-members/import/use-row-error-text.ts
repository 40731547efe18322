'use client';

import { useTranslations } from 'next-intl';
import type { ImportResult } from '#lib/api/types.ts';

type RowError = ImportResult['rows'][number]['errors'][number];

/** What is wrong with a line, in words: in which column, and what. */
export function useRowErrorText(): (error: RowError) => string {
  const t = useTranslations('adminMembers.importing');
  return ({ field, column, code }) =>
    t('errorIn', { column: column ?? t(`fields.${field}`), error: t(`errors.${code}`) });
}
