'use client';

import { useTranslations } from 'next-intl';
import type { Payment } from '#lib/api/types.ts';
import type { PaymentOutcome } from './payment-outcome.ts';

/** Tells a screen reader how the payment stands, each time that changes; it is there before there is anything to tell. */
export function PaymentAnnouncement({ payment, outcome }: { payment: Payment | null; outcome: PaymentOutcome }) {
  const t = useTranslations('checkout');
  const plan = payment?.plan.name ?? '';
  const texts = {
    waiting: payment?.status === 'processing' ? t('waiting.bank') : t('waiting.text'),
    granted: t('granted.title'),
    expired: t('expired.text', { plan }),
    failed: t('failed.text', { plan }),
    quarantined: t('quarantined.text', { plan }),
    refunded: t('refunded.text', { plan }),
    disputed: t('disputed.text', { plan }),
  };
  return (
    <p role="status" className="sr-only">
      {texts[outcome]}
    </p>
  );
}
