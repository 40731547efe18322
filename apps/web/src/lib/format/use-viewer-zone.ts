'use client';

import { createContext, useContext, useSyncExternalStore } from 'react';
import { useSession } from '#lib/auth/use-session.ts';
import { instantToWallTime } from './wall-time.ts';

const never = () => () => {};
const browserZone = () => Intl.DateTimeFormat().resolvedOptions().timeZone;

/** The zone of the last visit, which is all that the server knows. */
export const ZoneHintContext = createContext<string | null>(null);

/**
 * The time zone that somebody chose for their account, otherwise that of their device. Until it is known who is here it is that
 * of the last visit; null on the server at the first one.
 */
export function useOwnZone(): string | null {
  const { status, user } = useSession();
  const hint = useContext(ZoneHintContext);
  const device = useSyncExternalStore(never, browserZone, () => null);
  return (status === 'unknown' && hint) || (user?.timeZone ?? device);
}

/** The visitor's own time zone if clocks there show another time at that moment, otherwise null. */
export function useViewerZone(at: Date, timeZone: string): string | null {
  const zone = useOwnZone();
  if (!zone) return null;
  const instant = at.toISOString();
  const [here, there] = [instantToWallTime(instant, zone), instantToWallTime(instant, timeZone)];
  return here.time === there.time && here.date === there.date ? null : zone;
}
