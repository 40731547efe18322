import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { readPaymentSearch } from '#features/admin-payments/payment-search.ts';
import { PaymentsPage } from '#features/admin-payments/payments-page.tsx';
import type { RawSearch } from '#lib/navigation/search.ts';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('adminPayments');
  return { title: t('title') };
}

export default async function AdminPayments({ searchParams }: { searchParams: Promise<RawSearch> }) {
  return <PaymentsPage search={readPaymentSearch(await searchParams)} />;
}
