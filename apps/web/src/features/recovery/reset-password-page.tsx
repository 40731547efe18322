import { getTranslations } from 'next-intl/server';
import { NarrowPage } from '#components/ui/narrow-page.tsx';
import { ResetPasswordForm } from './reset-password-form.tsx';

/** Where the link to a new password leads. */
export async function ResetPasswordPage({ token }: { token: string | null }) {
  const t = await getTranslations('resetPassword');
  return (
    <NarrowPage title={t('title')}>
      <ResetPasswordForm token={token} />
    </NarrowPage>
  );
}
