'use client';

import { useLocale, useTranslations } from 'next-intl';
import { Badge } from '#components/ui/badge.tsx';
import { ErrorState } from '#components/ui/error-state.tsx';
import { PageTitle } from '#components/ui/page-title.tsx';
import { ListSkeleton } from '#components/ui/skeleton.tsx';
import { formatMoney } from '#lib/format/money.ts';
import { PaymentFacts } from './payment-facts.tsx';
import { PaymentTimeline } from './payment-timeline.tsx';
import { paymentTone } from './payment-tone.ts';
import { RefundPayment } from './refund-payment.tsx';
import { ResolvePayment } from './resolve-payment.tsx';
import { useAdminPayment } from './use-admin-payment.ts';

/** One payment: the money, whose it is, how it came to stand as it does, and what can be done about it. */
export function PaymentPage({ paymentId }: { paymentId: string }) {
  const t = useTranslations('adminPayments');
  const locale = useLocale();
  const { data: payment, error, refetch, isFetching } = useAdminPayment(paymentId);
  if (!payment) {
    if (error) return <ErrorState error={error} retry={refetch} pending={isFetching} />;
    return <ListSkeleton label={t('loading')} rows={3} />;
  }
  const { status, amount, currency, refundable, plan } = payment;
  return (
    <>
      <PageTitle aside={refundable > 0 && <RefundPayment payment={payment} />}>
        {formatMoney(amount, currency, locale)}
        <span className="block pt-1 font-medium text-lg text-muted tracking-normal">{plan.name}</span>
      </PageTitle>
      <p role="status" className="-mt-2 pb-8">
        <Badge tone={paymentTone[status]}>{t(`statuses.${status}`)}</Badge>
      </p>
      {status === 'quarantined' && <ResolvePayment payment={payment} />}
      <div className="grid grid-cols-1 gap-12 xl:grid-cols-2">
        <PaymentFacts payment={payment} />
        <PaymentTimeline payment={payment} />
      </div>
    </>
  );
}
