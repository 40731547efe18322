'use client';

import { useEffect, useState } from 'react';

const TICK_MS = 10_000;

/** The time in epoch milliseconds, fresh enough to say what is on. */
export function useNow(): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), TICK_MS);
    return () => clearInterval(timer);
  }, []);
  return now;
}
