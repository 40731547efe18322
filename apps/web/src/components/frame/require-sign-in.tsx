'use client';

import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { buttonClass } from '#components/ui/button-class.ts';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { Link } from '#i18n/navigation.ts';
import { useKnownRole } from '#lib/auth/session-provider.tsx';
import { useSession } from '#lib/auth/use-session.ts';
import { withNext } from '#lib/navigation/local-path.ts';
import { usePlace } from '#lib/navigation/use-place.ts';

interface RequireSignInProps {
  /** What signing in is good for here. */
  reason: string;
  /** There is nothing else on the page. */
  isPage?: boolean;
  children: ReactNode;
}

/**
 * Shows what only makes sense to somebody who is signed in, and the way to sign in to everybody else. It protects nothing:
 * that is the API's work.
 */
export function RequireSignIn({ reason, isPage = false, children }: RequireSignInProps) {
  const t = useTranslations('account');
  const place = usePlace();
  const { why } = useSession();
  if (useKnownRole()) return children;
  return (
    <EmptyState title={why ? t(`left.${why}`) : reason} isPage={isPage}>
      <Link href={withNext('/sign-in', place)} className={buttonClass()}>
        {t('signIn')}
      </Link>
    </EmptyState>
  );
}
