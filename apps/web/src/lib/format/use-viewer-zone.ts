'use client';

import { useSyncExternalStore } from 'react';
import { useSession } from '#lib/auth/use-session.ts';
import { instantToWallTime } from './wall-time.ts';

const never = () => () => {};
const browserZone = () => Intl.DateTimeFormat().resolvedOptions().timeZone;

/** The time zone that somebody chose for their account, otherwise that of their device; known in the browser only. */
export function useOwnZone(): string | null {
  const { user } = useSession();
  const device = useSyncExternalStore(never, browserZone, () => null);
  return user?.timeZone ?? device;
}

/** The visitor's own time zone if clocks there show another time at that moment, otherwise null. */
export function useViewerZone(at: Date, timeZone: string): string | null {
  const zone = useOwnZone();
  if (!zone) return null;
  const instant = at.toISOString();
  const [here, there] = [instantToWallTime(instant, zone), instantToWallTime(instant, timeZone)];
  return here.time === there.time && here.date === there.date ? null : zone;
}
