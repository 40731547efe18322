'use client';

import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { buttonClass } from '#components/ui/button-class.ts';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { Link, usePathname } from '#i18n/navigation.ts';
import { useKnownRole } from '#lib/auth/session-provider.tsx';
import { withNext } from '#lib/navigation/local-path.ts';

/**
 * Shows what only makes sense to somebody who is signed in, and the way to sign in to everybody else. It protects nothing:
 * that is the API's work.
 *
 * @param reason what signing in is good for here
 */
export function RequireSignIn({ reason, children }: { reason: string; children: ReactNode }) {
  const t = useTranslations('account');
  const pathname = usePathname();
  if (useKnownRole()) return children;
  return (
    <EmptyState title={reason}>
      <Link href={withNext('/sign-in', pathname)} className={buttonClass()}>
        {t('signIn')}
      </Link>
    </EmptyState>
  );
}
