import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { BookingPage } from '#features/bookings/booking-page.tsx';

interface BookingProps {
  params: Promise<{ id: string }>;
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('queue');
  return { title: t('title') };
}

export default async function Booking({ params }: BookingProps) {
  return <BookingPage id={(await params).id} />;
}
