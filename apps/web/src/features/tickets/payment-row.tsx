'use client';

import { useFormatter, useLocale, useTranslations } from 'next-intl';
import { Badge, type Tone } from '#components/ui/badge.tsx';
import { Link } from '#i18n/navigation.ts';
import type { Payment } from '#lib/api/types.ts';
import { formatMoney } from '#lib/format/money.ts';

/** What is worth a word: that something was paid is what one expects. */
const tones: Partial<Record<Payment['status'], Tone>> = {
  pending: 'wait',
  processing: 'wait',
  quarantined: 'wait',
  expired: 'neutral',
  failed: 'trouble',
  partially_refunded: 'neutral',
  refunded: 'neutral',
  disputed: 'trouble',
};

const linkClass = 'inline-flex min-h-11 items-center rounded-control font-medium underline underline-offset-4';

/** One payment: when, for what, how much, how it stands, and where its receipt is. */
export function PaymentRow({ payment }: { payment: Payment }) {
  const t = useTranslations('payments');
  const format = useFormatter();
  const locale = useLocale();
  const { id, status, plan, amount, refundedAmount, currency, receiptUrl, createdAt, paidAt } = payment;
  const tone = tones[status];
  const date = format.dateTime(new Date(paidAt ?? createdAt), 'date');
  return (
    <li className="grid grid-cols-[minmax(0,1fr)_auto] items-center gap-x-4 border-line border-b py-2 text-[0.9375rem]">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <span>{plan.name}</span>
        {tone && <Badge tone={tone}>{t(`status.${status}`)}</Badge>}
        <span className="w-full text-muted text-sm">
          {date}
          {refundedAmount > 0 && ` · ${t('refunded', { amount: formatMoney(refundedAmount, currency, locale) })}`}
        </span>
      </div>
      <div className="grid justify-items-end">
        <span className="font-semibold">{formatMoney(amount, currency, locale)}</span>
        {receiptUrl ? (
          <a
            href={receiptUrl}
            target="_blank"
            rel="noreferrer"
            aria-label={t('receiptOf', { plan: plan.name, date })}
            className={linkClass}
          >
            {t('receipt')}
          </a>
        ) : (
          (status === 'pending' || status === 'processing') && (
            <Link href={`/checkout/${id}`} prefetch={false} className={linkClass}>
              {t('follow')}
            </Link>
          )
        )}
      </div>
    </li>
  );
}
