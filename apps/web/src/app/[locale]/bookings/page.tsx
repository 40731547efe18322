import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { BookingsPage } from '#features/bookings/bookings-page.tsx';

interface BookingsProps {
  searchParams: Promise<{ when?: string }>;
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('bookings');
  return { title: t('title') };
}

export default async function Bookings({ searchParams }: BookingsProps) {
  const { when } = await searchParams;
  return <BookingsPage when={when === 'past' ? 'past' : 'upcoming'} />;
}
