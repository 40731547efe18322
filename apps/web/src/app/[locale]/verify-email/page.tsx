import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { VerifyEmailPage } from '#features/recovery/verify-email-page.tsx';
import { readToken } from '#lib/navigation/read-token.ts';

interface VerifyEmailProps {
  searchParams: Promise<{ token?: string | string[] }>;
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('verifyEmail');
  // The address holds a token: other sites must not be told where a visitor comes from.
  return { title: t('title'), referrer: 'no-referrer' };
}

export default async function VerifyEmail({ searchParams }: VerifyEmailProps) {
  return <VerifyEmailPage token={readToken((await searchParams).token)} />;
}
