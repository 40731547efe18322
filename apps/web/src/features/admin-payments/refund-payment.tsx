'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '#components/ui/button.tsx';
import { useToast } from '#components/ui/toast.ts';
import type { AdminPaymentDetail } from '#lib/api/types.ts';
import { RefundDialog } from './refund-dialog.tsx';

/** Gives money back. The state of the payment follows when Stripe has done it. */
export function RefundPayment({ payment }: { payment: AdminPaymentDetail }) {
  const t = useTranslations('adminPayments');
  const toast = useToast();
  const [isOpen, setOpen] = useState(false);
  const close = () => setOpen(false);
  return (
    <>
      <Button variant="secondary" onClick={() => setOpen(true)}>
        {t('refund')}
      </Button>
      {isOpen && (
        <RefundDialog
          payment={payment}
          onClose={close}
          onRequested={() => {
            close();
            toast({ tone: 'good', text: t('refundRequested') });
          }}
        />
      )}
    </>
  );
}
