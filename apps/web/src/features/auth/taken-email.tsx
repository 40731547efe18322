import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Notice } from '#components/ui/notice.tsx';
import { Link } from '#i18n/navigation.ts';
import { withNext } from '#lib/navigation/local-path.ts';

/** Somebody signs up who has an account: the way to sign in, where the e-mail waits for them. */
export function TakenEmail({ next }: { next: string | null }) {
  const t = useTranslations('auth');
  return (
    <Notice tone="trouble" role="alert">
      {t.rich('signUp.taken', {
        link: (chunks: ReactNode) => (
          <Link href={withNext('/sign-in', next)} className="font-semibold underline underline-offset-4">
            {chunks}
          </Link>
        ),
      })}
    </Notice>
  );
}
