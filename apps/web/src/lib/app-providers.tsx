'use client';

import { QueryClientProvider } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { createQueryClient } from './api/query-client.ts';
import { SessionProvider } from './auth/session-provider.tsx';
import type { Role } from './auth/session-state.ts';
import { ZoneHintProvider } from './format/zone-hint-provider.tsx';

interface AppProvidersProps {
  roleHint: Role | null;
  zoneHint: string | null;
  children: ReactNode;
}

/** What every page lives in: the cache of answers, who is signed in, and whose clock they read. */
export function AppProviders({ roleHint, zoneHint, children }: AppProvidersProps) {
  const [queryClient] = useState(createQueryClient);
  return (
    <QueryClientProvider client={queryClient}>
      <SessionProvider hint={roleHint}>
        <ZoneHintProvider hint={zoneHint}>{children}</ZoneHintProvider>
      </SessionProvider>
    </QueryClientProvider>
  );
}
