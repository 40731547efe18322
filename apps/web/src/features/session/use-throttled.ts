'use client';

import { useEffect, useRef, useState } from 'react';

/** Follows a value, but changes at most once in `restMs`; the last value always comes through. */
export function useThrottled<T>(value: T, restMs: number): T {
  const [shown, setShown] = useState(value);
  const latest = useRef(value);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => {
    latest.current = value;
    if (value === shown) return;
    timer.current ??= setTimeout(() => {
      timer.current = undefined;
      setShown(latest.current);
    }, restMs);
  }, [value, shown, restMs]);
  useEffect(() => () => clearTimeout(timer.current), []);
  return shown;
}
