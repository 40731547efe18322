'use client';

import { useLocale, useTranslations } from 'next-intl';
import { useForm } from 'react-hook-form';
import { AlertDialog } from '#components/ui/alert-dialog.tsx';
import { TextField } from '#components/ui/field.tsx';
import { Segmented } from '#components/ui/segmented.tsx';
import { ReasonField } from '#features/admin-tickets/reason-field.tsx';
import { RevocationConsequences } from '#features/admin-tickets/revocation-consequences.tsx';
import { useRevocation } from '#features/admin-tickets/use-revocation.ts';
import type { AdminPaymentDetail } from '#lib/api/types.ts';
import { toMinor } from '#lib/format/minor-units.ts';
import { formatMoney } from '#lib/format/money.ts';
import type { Refund } from './use-refund.ts';

interface Values {
  extent: 'all' | 'part';
  amount: string;
  reason: string;
}

interface RefundDialogProps {
  payment: AdminPaymentDetail;
  refund: Refund;
  onClose(): void;
}

/** How much goes back, and what becomes of the ticket: with the last of the money it is taken back too. */
export function RefundDialog({ payment, refund, onClose }: RefundDialogProps) {
  const t = useTranslations('adminPayments');
  const locale = useLocale();
  const { refundable, currency, ticketId } = payment;
  const { register, handleSubmit, watch, formState } = useForm<Values>({
    defaultValues: { extent: 'all', amount: '', reason: '' },
  });
  const { extent, amount: typed } = watch();
  const amount = extent === 'all' ? refundable : (toMinor(typed, currency) ?? 0);
  const isFull = amount >= refundable;
  const revocation = useRevocation(isFull ? ticketId : null);
  const money = (minor: number) => formatMoney(minor, currency, locale);
  const isAmount = (value: string) => {
    const minor = toMinor(value, currency);
    return (minor !== null && minor >= 1 && minor <= refundable) || t('amountRange', { max: money(refundable) });
  };
  return (
    <AlertDialog
      open
      onOpenChange={onClose}
      title={t('refundTitle')}
      text={
        <div className="grid gap-3">
          <p>{t('refundText', { name: payment.user.name })}</p>
          <p>{isFull ? t('refundFull') : t('refundPart')}</p>
          {isFull && ticketId && <RevocationConsequences revocation={revocation} />}
        </div>
      }
      keep={t('close')}
      confirm={t('refundConfirm', { amount: money(Math.min(amount, refundable)) })}
      onConfirm={handleSubmit(({ reason }) => refund.mutate({ amount, reason: reason.trim() }))}
      pending={refund.isPending || (isFull && revocation.isLoading)}
      error={refund.error}
    >
      <Segmented
        legend={t('extent')}
        choices={[
          { value: 'all', label: t('extents.all', { amount: money(refundable) }) },
          { value: 'part', label: t('extents.part') },
        ]}
        {...register('extent')}
      />
      {extent === 'part' && (
        <TextField
          label={t('amountBack')}
          inputMode="decimal"
          autoComplete="off"
          suffix={currency}
          error={formState.errors.amount?.message}
          {...register('amount', { validate: isAmount })}
        />
      )}
      <ReasonField
        hint={t('reasonHint')}
        error={formState.errors.reason?.message}
        {...register('reason', { validate: (reason) => reason.trim() !== '' || t('reasonMissing') })}
      />
    </AlertDialog>
  );
}
