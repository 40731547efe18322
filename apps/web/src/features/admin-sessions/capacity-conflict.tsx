'use client';

import type { ProblemError } from '@openmat/api-client';
import { useTranslations } from 'next-intl';
import { Button } from '#components/ui/button.tsx';
import { Notice } from '#components/ui/notice.tsx';

interface CapacityConflictProps {
  /** The refusal `capacity_below_active`; it carries the numbers. */
  problem: ProblemError;
  pending: boolean;
  onAllow(): void;
}

/** More places are booked than the new capacity: what going over it means, and the choice to do so. */
export function CapacityConflict({ problem, pending, onAllow }: CapacityConflictProps) {
  const t = useTranslations('adminSessions');
  const { activeCount, capacity } = problem.problem as { activeCount?: number; capacity?: number };
  const numbers = { active: activeCount ?? 0, capacity: capacity ?? 0 };
  return (
    <Notice tone="wait" role="alert" className="grid gap-3">
      <p>{t('overCapacity', { ...numbers, over: numbers.active - numbers.capacity })}</p>
      <Button variant="secondary" className="justify-self-start" pending={pending} onClick={onAllow}>
        {t('allowOverCapacity', numbers)}
      </Button>
    </Notice>
  );
}
