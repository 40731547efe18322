'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '#components/ui/button.tsx';
import { useToast } from '#components/ui/toast.ts';
import type { AdminPaymentDetail } from '#lib/api/types.ts';
import { RefundDialog } from './refund-dialog.tsx';
import { useRefund } from './use-refund.ts';

/** Gives money back. The state of the payment follows when Stripe has done it. */
export function RefundPayment({ payment }: { payment: AdminPaymentDetail }) {
  const t = useTranslations('adminPayments');
  const toast = useToast();
  const [isOpen, setOpen] = useState(false);
  const refund = useRefund(payment.id, () => {
    setOpen(false);
    toast({ tone: 'good', text: t('refundRequested') });
  });
  const open = () => {
    if (refund.isError) refund.reset();
    setOpen(true);
  };
  return (
    <>
      <Button variant="secondary" onClick={open}>
        {t('refund')}
      </Button>
      {isOpen && <RefundDialog payment={payment} refund={refund} onClose={() => setOpen(false)} />}
    </>
  );
}
