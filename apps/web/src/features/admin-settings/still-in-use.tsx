'use client';

import { isProblem } from '@openmat/api-client';
import { useTranslations } from 'next-intl';
import { Notice } from '#components/ui/notice.tsx';

interface StillInUseProps {
  error: Error | null;
  /** What was tried: to retire something, or to change the time zone of a location. */
  said: 'stillInUse' | 'zoneInUse';
}

/** Which coming sessions and series stand in the way, and what to do; nothing when it is not about that. */
export function StillInUse({ error, said }: StillInUseProps) {
  const t = useTranslations('adminSettings.catalogue');
  if (!isProblem(error, 'still_in_use')) return null;
  const { sessions = 0, series = 0 } = error.problem as { sessions?: number; series?: number };
  return (
    <Notice tone="trouble" role="alert">
      {t(said, { sessions, series })}
    </Notice>
  );
}
