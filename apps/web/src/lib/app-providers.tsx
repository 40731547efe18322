'use client';

import { QueryClientProvider } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { createQueryClient } from './api/query-client.ts';
import { SessionProvider } from './auth/session-provider.tsx';
import type { Role } from './auth/session-state.ts';

/** What every page lives in: the cache of answers, and who is signed in. */
export function AppProviders({ roleHint, children }: { roleHint: Role | null; children: ReactNode }) {
  const [queryClient] = useState(createQueryClient);
  return (
    <QueryClientProvider client={queryClient}>
      <SessionProvider hint={roleHint}>{children}</SessionProvider>
    </QueryClientProvider>
  );
}
