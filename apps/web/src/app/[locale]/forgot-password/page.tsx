import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { ForgotPasswordPage } from '#features/recovery/forgot-password-page.tsx';

interface ForgotPasswordProps {
  searchParams: Promise<{ next?: string | string[] }>;
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('forgotPassword');
  return { title: t('title') };
}

export default async function ForgotPassword({ searchParams }: ForgotPasswordProps) {
  const { next } = await searchParams;
  return <ForgotPasswordPage next={next} />;
}
