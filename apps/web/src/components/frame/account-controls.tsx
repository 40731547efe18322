'use client';

import { useMutation } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { Button } from '#components/ui/button.tsx';
import { buttonClass } from '#components/ui/button-class.ts';
import { Notice } from '#components/ui/notice.tsx';
import { Link, usePathname, useRouter } from '#i18n/navigation.ts';
import { signOut } from '#lib/auth/session.ts';
import { useKnownRole } from '#lib/auth/session-provider.tsx';
import { useSession } from '#lib/auth/use-session.ts';
import { withNext } from '#lib/navigation/local-path.ts';

/** Who is signed in with the way out, or the way in. */
export function AccountControls() {
  const t = useTranslations('account');
  const pathname = usePathname();
  const role = useKnownRole();
  const { user } = useSession();
  if (role) {
    return (
      <div className="ml-auto flex min-w-0 items-center gap-1">
        <span className="hidden max-w-48 truncate text-muted text-sm lg:block">{user?.name}</span>
        <SignOutButton />
      </div>
    );
  }
  const isSignIn = pathname === '/sign-in' || pathname === '/sign-up';
  const href = withNext('/sign-in', isSignIn || pathname === '/' ? null : pathname);
  return (
    <Link href={href} prefetch={false} className={buttonClass('secondary', 'ml-auto shrink-0')}>
      {t('signIn')}
    </Link>
  );
}

function SignOutButton() {
  const t = useTranslations('account');
  const router = useRouter();
  const leave = useMutation({ mutationFn: signOut, onSuccess: () => router.push('/') });
  return (
    <>
      <Button
        variant="quiet"
        className="-mr-4 min-w-0 shrink-0"
        pending={leave.isPending}
        onClick={() => leave.mutate()}
      >
        {t('signOut')}
      </Button>
      <div role="alert" className="fixed inset-x-4 top-20 z-40 empty:hidden">
        {leave.isError && <Notice tone="trouble">{t('signOutFailed')}</Notice>}
      </div>
    </>
  );
}
