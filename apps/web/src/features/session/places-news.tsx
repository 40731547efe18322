'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useThrottled } from './use-throttled.ts';

/** Often enough to decide by, rarely enough to listen to something else. */
const REST_MS = 8_000;

/** Tells those who hear the page how many places are left, whenever that has changed. */
export function PlacesNews({ left }: { left: number }) {
  const t = useTranslations('session.news');
  const said = useThrottled(left, REST_MS);
  const [first] = useState(left);
  const [hasMoved, setMoved] = useState(false);
  if (said !== first && !hasMoved) setMoved(true);
  return (
    <p role="status" className="sr-only">
      {hasMoved && t('places', { left: said })}
    </p>
  );
}
