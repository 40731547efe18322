import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { AuthPage } from '#features/auth/auth-page.tsx';
import { alternatesOf } from '#i18n/alternates.ts';

interface SignUpProps {
  searchParams: Promise<{ next?: string | string[] }>;
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('auth');
  return { title: t('signUp.title'), alternates: await alternatesOf('/sign-up') };
}

export default async function SignUp({ searchParams }: SignUpProps) {
  const { next } = await searchParams;
  return <AuthPage kind="signUp" next={next} />;
}
