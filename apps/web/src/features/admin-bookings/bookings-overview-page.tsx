import { getTimeZone, getTranslations } from 'next-intl/server';
import { CsvButton } from '#components/ui/csv-button.tsx';
import { PageTitle } from '#components/ui/page-title.tsx';
import { BookingFilters } from './booking-filters.tsx';
import { type BookingSearch, bookingQuery } from './booking-search.ts';
import { BookingTable } from './booking-table.tsx';

/** All bookings of the studio, narrowed down by the address. */
export async function BookingsOverviewPage({ search }: { search: BookingSearch }) {
  const [t, timeZone] = await Promise.all([getTranslations('adminBookings'), getTimeZone()]);
  return (
    <>
      <PageTitle aside={<CsvButton path="/api/v1/admin/bookings" query={bookingQuery(search, timeZone)} />}>
        {t('title')}
      </PageTitle>
      <BookingFilters search={search} />
      <BookingTable search={search} />
    </>
  );
}
