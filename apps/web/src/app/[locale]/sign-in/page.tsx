import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { AuthPage } from '#features/auth/auth-page.tsx';
import { alternatesOf } from '#i18n/alternates.ts';

interface SignInProps {
  searchParams: Promise<{ next?: string | string[] }>;
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('auth');
  return { title: t('signIn.title'), alternates: await alternatesOf('/sign-in') };
}

export default async function SignIn({ searchParams }: SignInProps) {
  const { next } = await searchParams;
  return <AuthPage kind="signIn" next={next} />;
}
