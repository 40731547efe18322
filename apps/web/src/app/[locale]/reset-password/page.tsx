import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { ResetPasswordPage } from '#features/recovery/reset-password-page.tsx';
import { readToken } from '#lib/navigation/read-token.ts';

interface ResetPasswordProps {
  searchParams: Promise<{ token?: string | string[] }>;
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('resetPassword');
  // The address holds a token: other sites must not be told where a visitor comes from.
  return { title: t('title'), referrer: 'no-referrer' };
}

export default async function ResetPassword({ searchParams }: ResetPasswordProps) {
  return <ResetPasswordPage token={readToken((await searchParams).token)} />;
}
