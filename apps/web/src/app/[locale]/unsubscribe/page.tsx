import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { UnsubscribePage } from '#features/unsubscribe/unsubscribe-page.tsx';
import { readToken } from '#lib/navigation/read-token.ts';

interface UnsubscribeProps {
  searchParams: Promise<{ token?: string | string[] }>;
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('unsubscribe');
  // The address holds a token: other sites must not be told where a visitor comes from.
  return { title: t('title'), referrer: 'no-referrer' };
}

export default async function Unsubscribe({ searchParams }: UnsubscribeProps) {
  return <UnsubscribePage token={readToken((await searchParams).token)} />;
}
