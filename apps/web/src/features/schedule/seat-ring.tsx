'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { CapacityRing } from '#components/ui/capacity-ring.tsx';
import type { Session } from '#lib/api/types.ts';

/** A ring that fills with the seats taken, and how many are left. */
export function SeatRing({ session }: { session: Pick<Session, 'capacity' | 'activeCount'> }) {
  const t = useTranslations('schedule');
  const { capacity, activeCount } = session;
  const left = Math.max(0, capacity - activeCount);
  // Only a number that changed in front of the visitor moves.
  const [first] = useState(left);
  return (
    <span className="inline-flex items-center gap-2">
      <CapacityRing taken={activeCount} capacity={capacity} />
      <span
        key={left}
        className={`min-w-12 ${left === first ? '' : 'animate-settle'} ${left === 0 ? 'text-wait' : ''}`}
      >
        {t('seatsLeft', { left })}
      </span>
    </span>
  );
}
