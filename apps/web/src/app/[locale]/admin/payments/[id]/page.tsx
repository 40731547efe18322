import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { BackLink } from '#components/ui/back-link.tsx';
import { PaymentPage } from '#features/admin-payments/payment-page.tsx';

interface AdminPaymentProps {
  params: Promise<{ id: string }>;
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('adminPayments');
  return { title: t('payment') };
}

export default async function AdminPayment({ params }: AdminPaymentProps) {
  const [t, { id }] = await Promise.all([getTranslations('adminPayments'), params]);
  return (
    <>
      <BackLink href="/admin/payments">{t('title')}</BackLink>
      <PaymentPage paymentId={id} />
    </>
  );
}
