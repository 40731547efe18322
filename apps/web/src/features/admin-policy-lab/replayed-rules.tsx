'use client';

import { useTranslations } from 'next-intl';
import { useFigures } from '#features/admin-analytics/use-figures.ts';
import type { LabRequest } from './lab-values.ts';

/** The rules that a result is of; the others were the present ones. */
export function ReplayedRules({ rules }: { rules: LabRequest['policy'] }) {
  const t = useTranslations('adminPolicyLab.ofRules');
  const { signedShare } = useFigures();
  const { cancellationCutoffMinutes: cutoff, waitlistClosesMinutesBefore: list, capacityChange } = rules;
  return (
    <ul className="pb-3 font-medium">
      {cutoff !== undefined && <li>{t('cancellationCutoffMinutes', { minutes: cutoff })}</li>}
      {list !== undefined && <li>{t('waitlistClosesMinutesBefore', { minutes: list })}</li>}
      {capacityChange && <li>{t('capacityChange', { by: signedShare(capacityChange.amount / 100) })}</li>}
    </ul>
  );
}
