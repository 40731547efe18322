import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { NarrowPage } from '#components/ui/narrow-page.tsx';
import { Link } from '#i18n/navigation.ts';
import { localPath, withNext } from '#lib/navigation/local-path.ts';
import { SignInForm } from './sign-in-form.tsx';
import { SignUpForm } from './sign-up-form.tsx';

interface AuthPageProps {
  kind: 'signIn' | 'signUp';
  /** Where the visitor was going. */
  next: unknown;
}

/** Signing in or up, with the way to the other; both lead where the visitor was going. */
export async function AuthPage({ kind, next }: AuthPageProps) {
  const t = await getTranslations('auth');
  const path = localPath(next);
  const other = withNext(kind === 'signIn' ? '/sign-up' : '/sign-in', path);
  return (
    <NarrowPage title={t(`${kind}.title`)}>
      {kind === 'signIn' ? <SignInForm next={path} /> : <SignUpForm next={path} />}
      <p className="pt-6 text-muted">
        {t.rich(`${kind}.other`, {
          link: (chunks: ReactNode) => (
            <Link
              href={other}
              className="inline-block py-2 font-semibold text-ink underline underline-offset-4 hover:text-accent"
            >
              {chunks}
            </Link>
          ),
        })}
      </p>
    </NarrowPage>
  );
}
