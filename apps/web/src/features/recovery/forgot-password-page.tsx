import { getTranslations } from 'next-intl/server';
import { NarrowPage } from '#components/ui/narrow-page.tsx';
import { ForgotPasswordForm } from './forgot-password-form.tsx';

/** The way back in for whoever no longer knows the password. */
export async function ForgotPasswordPage() {
  const t = await getTranslations('forgotPassword');
  return (
    <NarrowPage title={t('title')}>
      <ForgotPasswordForm />
    </NarrowPage>
  );
}
