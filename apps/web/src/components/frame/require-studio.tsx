'use client';

import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { usePathname } from '#i18n/navigation.ts';
import { useKnownRole } from '#lib/auth/session-provider.tsx';
import { isForRole } from './admin-areas.ts';
import { RequireSignIn } from './require-sign-in.tsx';

/** Keeps those out for whom every answer here would be "you may not". The API decides. */
export function RequireStudio({ children }: { children: ReactNode }) {
  const t = useTranslations('account');
  const role = useKnownRole();
  const pathname = usePathname();
  return (
    <RequireSignIn reason={t('adminOnly')} isPage>
      {isForRole(role, pathname) ? children : <EmptyState title={t('adminOnly')} isPage />}
    </RequireSignIn>
  );
}
