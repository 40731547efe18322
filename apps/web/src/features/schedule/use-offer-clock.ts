'use client';

import { useEffect, useState } from 'react';
import { nextOfferChange } from './booking-offer.ts';

/** Longer timers overflow in browsers, and sleep with the machine. */
const LONGEST_WAIT_MS = 5 * 60_000;

/**
 * The time, as far as buttons care about it: it moves on at the very moment one of them changes.
 *
 * @param renderedAt what the server took for now, so that both render the same at first
 */
export function useOfferClock(sessions: Parameters<typeof nextOfferChange>[0], renderedAt: number): number {
  const [now, setNow] = useState(renderedAt);
  const next = nextOfferChange(sessions, now);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>;
    const wait = () => {
      timer = setTimeout(tick, Math.min(Math.max(next - Date.now(), 0), LONGEST_WAIT_MS));
    };
    const tick = () => {
      setNow(Date.now());
      wait();
    };
    wait();
    return () => clearTimeout(timer);
  }, [next]);
  return now;
}
