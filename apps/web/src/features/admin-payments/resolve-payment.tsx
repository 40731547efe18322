'use client';

import { unwrap } from '@openmat/api-client';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useLocale, useTranslations } from 'next-intl';
import { useState } from 'react';
import { AlertDialog } from '#components/ui/alert-dialog.tsx';
import { Button } from '#components/ui/button.tsx';
import { Notice } from '#components/ui/notice.tsx';
import { ReasonField } from '#features/admin-tickets/reason-field.tsx';
import { api } from '#lib/api/browser-client.ts';
import { queryKeys } from '#lib/api/query-keys.ts';
import type { AdminPaymentDetail } from '#lib/api/types.ts';
import { formatMoney } from '#lib/format/money.ts';

type Decision = 'accept' | 'refund';

/** Decides about a payment that was not of the agreed amount: what was paid is enough, or all of it goes back. */
export function ResolvePayment({ payment }: { payment: AdminPaymentDetail }) {
  const t = useTranslations('adminPayments');
  const locale = useLocale();
  const [decision, setDecision] = useState<Decision | null>(null);
  const { amount, currency, received, refunds } = payment;
  const agreed = formatMoney(amount, currency, locale);
  const paid = received && formatMoney(received.amount, received.currency, locale);
  const isOnItsWay = refunds.some(({ status }) => status === 'requested' || status === 'pending');
  return (
    <Notice tone="wait" className="mb-8 grid gap-3">
      <p>{paid ? t('quarantined', { agreed, paid }) : t('quarantinedUnknown', { agreed })}</p>
      {isOnItsWay ? (
        <p className="font-semibold">{t('onItsWay')}</p>
      ) : (
        <div className="flex flex-wrap gap-3">
          <Button variant="secondary" onClick={() => setDecision('accept')}>
            {t('decide.accept')}
          </Button>
          <Button variant="secondary" onClick={() => setDecision('refund')}>
            {t('decide.refund')}
          </Button>
        </div>
      )}
      {decision && (
        <DecisionDialog payment={payment} decision={decision} paid={paid} onClose={() => setDecision(null)} />
      )}
    </Notice>
  );
}

interface DecisionDialogProps {
  payment: AdminPaymentDetail;
  decision: Decision;
  /** What Stripe took, for people; null when it is not known. */
  paid: string | null;
  onClose(): void;
}

function DecisionDialog({ payment, decision, paid, onClose }: DecisionDialogProps) {
  const t = useTranslations('adminPayments');
  const [reason, setReason] = useState('');
  const [isMissing, setMissing] = useState(false);
  const resolve = useResolve(payment.id, onClose);
  const confirm = () => {
    setMissing(reason.trim() === '');
    if (reason.trim()) resolve.mutate({ decision, reason: reason.trim() });
  };
  return (
    <AlertDialog
      open
      onOpenChange={onClose}
      title={t(`decideTitle.${decision}`)}
      text={t(`decideText.${decision}`, {
        name: payment.user.name,
        plan: payment.plan.name,
        amount: paid ?? t('whatWasPaid'),
      })}
      keep={t('close')}
      confirm={t(`decide.${decision}`)}
      onConfirm={confirm}
      pending={resolve.isPending}
      error={resolve.error}
    >
      <ReasonField
        hint={t('reasonHint')}
        error={isMissing && reason.trim() === '' ? t('reasonMissing') : undefined}
        value={reason}
        onChange={(event) => setReason(event.target.value)}
      />
    </AlertDialog>
  );
}

function useResolve(id: string, onResolved: () => void) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (body: { decision: Decision; reason: string }) =>
      unwrap(api.POST('/api/v1/admin/payments/{id}/resolve', { params: { path: { id } }, body })),
    onSuccess: onResolved,
    // Also when it was refused: somebody else, or an attempt whose answer got lost, may have decided.
    onSettled: () => queryClient.invalidateQueries({ queryKey: queryKeys.admin }),
  });
}
