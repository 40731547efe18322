import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { readMessageSearch } from '#features/admin-messages/message-search.ts';
import { MessagesPage } from '#features/admin-messages/messages-page.tsx';

interface AdminMessagesProps {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('adminMessages');
  return { title: t('title') };
}

export default async function AdminMessages({ searchParams }: AdminMessagesProps) {
  return <MessagesPage search={readMessageSearch(await searchParams)} />;
}
