'use client';

import { useEffect, useState } from 'react';

const EVERY_MS = 20_000;

/** The time, in epoch milliseconds, anew every few seconds: what is upcoming starts while the page is open. */
export function useNow(): number {
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), EVERY_MS);
    return () => clearInterval(timer);
  }, []);
  return now;
}
