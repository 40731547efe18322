import { getTranslations } from 'next-intl/server';
import { NarrowPage } from '#components/ui/narrow-page.tsx';
import { localPath } from '#lib/navigation/local-path.ts';
import { ForgotPasswordForm } from './forgot-password-form.tsx';

/** The way back in for whoever no longer knows the password; it remembers where the visitor was going. */
export async function ForgotPasswordPage({ next }: { next: unknown }) {
  const t = await getTranslations('forgotPassword');
  return (
    <NarrowPage title={t('title')}>
      <ForgotPasswordForm next={localPath(next)} />
    </NarrowPage>
  );
}
