'use client';

import { unwrap } from '@openmat/api-client';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useFormatter, useLocale, useTranslations } from 'next-intl';
import { Badge, type Tone } from '#components/ui/badge.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { PagedList } from '#components/ui/paged-list.tsx';
import { paymentsHref } from '#features/admin-payments/payment-search.ts';
import { Link } from '#i18n/navigation.ts';
import { api } from '#lib/api/browser-client.ts';
import { queryKeys } from '#lib/api/query-keys.ts';
import type { AdminPayment } from '#lib/api/types.ts';
import { formatMoney } from '#lib/format/money.ts';

const PAGE_SIZE = 20;

/** What a member bought online, newest first. */
export function MemberPayments({ userId }: { userId: string }) {
  const t = useTranslations('adminMembers');
  const list = useInfiniteQuery({
    queryKey: queryKeys.memberPayments(userId),
    queryFn: ({ pageParam: cursor, signal }) => {
      const params = { path: { id: userId }, query: { limit: PAGE_SIZE, ...(cursor && { cursor }) } };
      return unwrap(api.GET('/api/v1/admin/users/{id}/payments', { params, signal }));
    },
    initialPageParam: null as string | null,
    getNextPageParam: ({ nextCursor }) => nextCursor,
  });
  return (
    <PagedList list={list} loading={t('payments.loading')} empty={<EmptyState title={t('payments.empty')} />}>
      {(payments) => (
        <>
          <ul aria-label={t('payments.title')} className="border-line border-t">
            {payments.map((payment) => (
              <PaymentLine key={payment.id} payment={payment} />
            ))}
          </ul>
          <Link
            href={paymentsHref({ userId })}
            prefetch={false}
            className="inline-flex min-h-11 items-center font-medium underline underline-offset-4"
          >
            {t('payments.all')}
          </Link>
        </>
      )}
    </PagedList>
  );
}

const tones: Partial<Record<AdminPayment['status'], Tone>> = {
  paid: 'good',
  pending: 'wait',
  processing: 'wait',
  quarantined: 'trouble',
  disputed: 'trouble',
  failed: 'trouble',
};

function PaymentLine({ payment }: { payment: AdminPayment }) {
  const t = useTranslations('payments');
  const format = useFormatter();
  const locale = useLocale();
  const { id, plan, status, amount, refundedAmount, currency, createdAt, paidAt } = payment;
  return (
    <li className="flex flex-wrap items-start justify-between gap-x-4 gap-y-1 border-line border-b py-3">
      <div className="min-w-0">
        <Link
          href={`/admin/payments/${id}`}
          prefetch={false}
          className="font-semibold underline-offset-4 hover:underline"
        >
          {plan.name}
        </Link>
        <p className="text-muted text-sm">{format.dateTime(new Date(paidAt ?? createdAt), 'momentOfYear')}</p>
      </div>
      <div className="grid justify-items-end gap-1">
        <span className="font-semibold">{formatMoney(amount, currency, locale)}</span>
        <Badge tone={tones[status] ?? 'neutral'}>{t(`status.${status}`)}</Badge>
        {refundedAmount > 0 && (
          <span className="text-muted text-sm">
            {t('refunded', { amount: formatMoney(refundedAmount, currency, locale) })}
          </span>
        )}
      </div>
    </li>
  );
}
