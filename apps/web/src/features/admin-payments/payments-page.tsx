import { getTimeZone, getTranslations } from 'next-intl/server';
import { CsvButton } from '#components/ui/csv-button.tsx';
import { PageTitle } from '#components/ui/page-title.tsx';
import { PaymentFilters } from './payment-filters.tsx';
import { type PaymentSearch, paymentQuery } from './payment-search.ts';
import { PaymentTable } from './payment-table.tsx';
import { QuarantineNotice } from './quarantine-notice.tsx';

/** All payments, narrowed down by the address; those that somebody has to decide about come first. */
export async function PaymentsPage({ search }: { search: PaymentSearch }) {
  const [t, timeZone] = await Promise.all([getTranslations('adminPayments'), getTimeZone()]);
  return (
    <>
      <PageTitle aside={<CsvButton path="/api/v1/admin/payments" query={paymentQuery(search, timeZone)} />}>
        {t('title')}
      </PageTitle>
      {search.status !== 'quarantined' && <QuarantineNotice />}
      <PaymentFilters search={search} />
      <PaymentTable search={search} />
    </>
  );
}
