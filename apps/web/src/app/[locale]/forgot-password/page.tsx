import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { ForgotPasswordPage } from '#features/recovery/forgot-password-page.tsx';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('forgotPassword');
  return { title: t('title') };
}

export default function ForgotPassword() {
  return <ForgotPasswordPage />;
}
