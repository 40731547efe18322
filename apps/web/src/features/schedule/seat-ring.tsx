'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import type { Session } from '#lib/api/types.ts';

const RADIUS = 8;
const LENGTH = 2 * Math.PI * RADIUS;

type Seats = Pick<Session, 'capacity' | 'activeCount'>;

/** A ring that fills with the seats taken, and how many are left. */
export function SeatRing({ session, className = '' }: { session: Seats; className?: string }) {
  const t = useTranslations('schedule');
  const { capacity, activeCount } = session;
  const left = Math.max(0, capacity - activeCount);
  // Only a number that changed in front of the visitor moves.
  const [first] = useState(left);
  const tone = left === 0 ? 'text-wait' : 'text-accent';
  return (
    <span className={`inline-flex items-center gap-2 ${className}`}>
      <svg viewBox="0 0 20 20" className={`size-4 -rotate-90 ${tone}`} aria-hidden="true">
        <circle cx="10" cy="10" r={RADIUS} fill="none" strokeWidth="4" className="stroke-line" />
        <circle
          cx="10"
          cy="10"
          r={RADIUS}
          fill="none"
          stroke="currentColor"
          strokeWidth="4"
          strokeDasharray={LENGTH}
          strokeDashoffset={LENGTH * (1 - Math.min(1, activeCount / capacity))}
          className="transition-[stroke-dashoffset] duration-500"
        />
      </svg>
      <span
        key={left}
        className={`min-w-12 ${left === first ? '' : 'animate-settle'} ${left === 0 ? 'text-wait' : ''}`}
      >
        {t('seatsLeft', { left, capacity })}
      </span>
    </span>
  );
}
