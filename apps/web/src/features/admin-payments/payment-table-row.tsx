'use client';

import { useFormatter, useLocale, useTranslations } from 'next-intl';
import { Badge } from '#components/ui/badge.tsx';
import { Td } from '#components/ui/table.tsx';
import { Link } from '#i18n/navigation.ts';
import type { AdminPayment } from '#lib/api/types.ts';
import { formatMoney } from '#lib/format/money.ts';
import { paymentTone } from './payment-tone.ts';

/** One payment in the list of the studio. */
export function PaymentTableRow({ payment }: { payment: AdminPayment }) {
  const t = useTranslations('adminPayments');
  const format = useFormatter();
  const locale = useLocale();
  const { id, user, plan, status, amount, refundedAmount, currency } = payment;
  const at = new Date(payment.createdAt);
  const badge = <Badge tone={paymentTone[status]}>{t(`statuses.${status}`)}</Badge>;
  return (
    <tr>
      <Td className="w-px whitespace-nowrap">
        <span className="block font-semibold">{format.dateTime(at, 'time')}</span>
        <span className="block text-muted text-sm">{format.dateTime(at, 'date')}</span>
      </Td>
      <Td className="w-full max-w-0">
        <Link
          href={`/admin/payments/${id}`}
          prefetch={false}
          className="block truncate font-semibold underline-offset-4 hover:underline"
        >
          {user.name}
        </Link>
        <span className="block truncate text-muted text-sm">{plan.name}</span>
        <span className="block pt-1 md:hidden">{badge}</span>
      </Td>
      <Td wide>{badge}</Td>
      <Td numeric>
        <span className="font-semibold">{formatMoney(amount, currency, locale)}</span>
        {refundedAmount > 0 && (
          <span className="block text-muted text-sm">−{formatMoney(refundedAmount, currency, locale)}</span>
        )}
      </Td>
    </tr>
  );
}
