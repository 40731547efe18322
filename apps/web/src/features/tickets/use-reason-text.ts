'use client';

import { useTranslations } from 'next-intl';
import { knownReason } from './known-reason.ts';

/** A reason as it is read: the system's own in the reader's language, what people typed as it is. */
export function useReasonText(): (reason: string) => string {
  const t = useTranslations('tickets');
  return (reason) => {
    const known = knownReason(reason);
    if (!known) return reason;
    const why = t(`reasons.${known.code}`);
    return known.more ? t('reasons.withMore', { why, more: known.more }) : why;
  };
}
