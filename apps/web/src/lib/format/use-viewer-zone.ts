'use client';

import { useSyncExternalStore } from 'react';
import { instantToWallTime } from './wall-time.ts';

const never = () => () => {};
const browserZone = () => Intl.DateTimeFormat().resolvedOptions().timeZone;

/** The visitor's time zone if clocks there show another time at that moment, otherwise null; known in the browser only. */
export function useViewerZone(at: Date, timeZone: string): string | null {
  const zone = useSyncExternalStore(never, browserZone, () => null);
  if (!zone) return null;
  const instant = at.toISOString();
  const [here, there] = [instantToWallTime(instant, zone), instantToWallTime(instant, timeZone)];
  return here.time === there.time && here.date === there.date ? null : zone;
}
