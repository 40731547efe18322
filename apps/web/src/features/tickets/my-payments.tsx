'use client';

import { unwrap } from '@openmat/api-client';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { ErrorState } from '#components/ui/error-state.tsx';
import { MoreButton } from '#components/ui/more-button.tsx';
import { Skeleton } from '#components/ui/skeleton.tsx';
import { api } from '#lib/api/browser-client.ts';
import { queryKeys } from '#lib/api/query-keys.ts';
import { useKnownRole } from '#lib/auth/session-provider.tsx';
import { PaymentRow } from './payment-row.tsx';

const PAGE_SIZE = 10;

/** What I have paid, with receipts; there is no such part for somebody who is not signed in. */
export function MyPayments() {
  const t = useTranslations('payments');
  if (!useKnownRole()) return null;
  return (
    <section aria-labelledby="payments" className="pt-12">
      <h2 id="payments" className="pb-3 font-semibold text-lg">
        {t('title')}
      </h2>
      <PaymentList />
    </section>
  );
}

function PaymentList() {
  const t = useTranslations('payments');
  const list = useInfiniteQuery({
    queryKey: queryKeys.paymentList,
    queryFn: ({ pageParam, signal }) => {
      const query = { limit: PAGE_SIZE, ...(pageParam && { cursor: pageParam }) };
      return unwrap(api.GET('/api/v1/payments', { params: { query }, signal }));
    },
    initialPageParam: null as string | null,
    getNextPageParam: ({ nextCursor }) => nextCursor,
  });
  if (!list.data) {
    if (list.error) return <ErrorState error={list.error} retry={list.refetch} pending={list.isFetching} />;
    return (
      <div role="status">
        <span className="sr-only">{t('loading')}</span>
        <Skeleton className="h-12 w-full" />
      </div>
    );
  }
  const payments = list.data.pages.flatMap(({ items }) => items);
  if (payments.length === 0) return <p className="text-muted">{t('empty')}</p>;
  return (
    <>
      <ul aria-label={t('title')} className="border-line border-t">
        {payments.map((payment) => (
          <PaymentRow key={payment.id} payment={payment} />
        ))}
      </ul>
      <MoreButton list={list} />
    </>
  );
}
