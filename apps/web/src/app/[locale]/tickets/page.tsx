import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { TicketsPage } from '#features/tickets/tickets-page.tsx';
import { alternatesOf } from '#i18n/alternates.ts';

interface TicketsProps {
  searchParams: Promise<{ next?: string | string[] }>;
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('tickets');
  return { title: t('title'), alternates: await alternatesOf('/tickets') };
}

export default async function Tickets({ searchParams }: TicketsProps) {
  const { next } = await searchParams;
  return <TicketsPage next={next} />;
}
