'use client';

import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { useKnownRole } from '#lib/auth/session-provider.tsx';
import { RequireSignIn } from './require-sign-in.tsx';

/** Keeps those out for whom every answer here would be "you may not". The API decides. */
export function RequireAdmin({ children }: { children: ReactNode }) {
  const t = useTranslations('account');
  const role = useKnownRole();
  return (
    <RequireSignIn reason={t('adminOnly')} isPage>
      {role === 'admin' ? children : <EmptyState title={t('adminOnly')} isPage />}
    </RequireSignIn>
  );
}
