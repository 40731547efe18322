import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { readBookingSearch } from '#features/admin-bookings/booking-search.ts';
import { BookingsOverviewPage } from '#features/admin-bookings/bookings-overview-page.tsx';
import type { RawSearch } from '#lib/navigation/search.ts';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('adminBookings');
  return { title: t('title') };
}

export default async function AdminBookings({ searchParams }: { searchParams: Promise<RawSearch> }) {
  return <BookingsOverviewPage search={readBookingSearch(await searchParams)} />;
}
