'use client';

import type { ReactNode } from 'react';
import { useKnownRole } from '#lib/auth/session-provider.tsx';

/** Something beside a page that only those who are signed in have a use for. */
export function WhenSignedIn({ children }: { children: ReactNode }) {
  return useKnownRole() ? children : null;
}
