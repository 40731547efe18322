'use client';

import { type ReactNode, useEffect } from 'react';
import { useOwnZone, ZoneHintContext } from './use-viewer-zone.ts';
import { writeZoneHint } from './zone-hint.ts';

/** @param hint the time zone of the last visit, from the cookie */
export function ZoneHintProvider({ hint, children }: { hint: string | null; children: ReactNode }) {
  return (
    <ZoneHintContext value={hint}>
      <RememberZone hint={hint} />
      {children}
    </ZoneHintContext>
  );
}

function RememberZone({ hint }: { hint: string | null }) {
  const zone = useOwnZone();
  useEffect(() => {
    if (zone && zone !== hint) writeZoneHint(zone);
  }, [zone, hint]);
  return null;
}
