'use client';

import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { RequireSignIn } from '#components/frame/require-sign-in.tsx';
import { buttonClass } from '#components/ui/button-class.ts';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { Link } from '#i18n/navigation.ts';
import { useSession } from '#lib/auth/use-session.ts';

/** The account of whoever is signed in, the way to sign in, or a goodbye to who has just erased theirs. */
export function AccountGate({ children }: { children: ReactNode }) {
  const t = useTranslations('myAccount');
  const tAccount = useTranslations('account');
  const tCommon = useTranslations('common');
  const { why } = useSession();
  if (why !== 'erased') return <RequireSignIn reason={t('signIn')}>{children}</RequireSignIn>;
  return (
    <div role="status">
      <EmptyState title={tAccount('left.erased')}>
        <p className="max-w-prose text-muted">{t('erase.done')}</p>
        <Link href="/" className={buttonClass('secondary')}>
          {tCommon('toSchedule')}
        </Link>
      </EmptyState>
    </div>
  );
}
