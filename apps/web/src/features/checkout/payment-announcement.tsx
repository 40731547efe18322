'use client';

import { useTranslations } from 'next-intl';
import type { Payment } from '#lib/api/types.ts';
import type { PaymentOutcome } from './payment-outcome.ts';

/** Tells a screen reader how the payment stands, each time that changes; it is there before there is anything to tell. */
export function PaymentAnnouncement({ payment, outcome }: { payment: Payment | null; outcome: PaymentOutcome }) {
  const t = useTranslations('checkout');
  return (
    <p role="status" className="sr-only">
      {payment?.status === 'processing' ? t('bankTitle') : t(`${outcome}.title`)}
    </p>
  );
}
