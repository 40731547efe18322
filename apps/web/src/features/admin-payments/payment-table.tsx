'use client';

import { unwrap } from '@openmat/api-client';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useTimeZone, useTranslations } from 'next-intl';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { PagedList } from '#components/ui/paged-list.tsx';
import { Table, Th } from '#components/ui/table.tsx';
import { api } from '#lib/api/browser-client.ts';
import { queryKeys } from '#lib/api/query-keys.ts';
import { type PaymentSearch, paymentQuery } from './payment-search.ts';
import { PaymentTableRow } from './payment-table-row.tsx';

const PAGE_SIZE = 30;

/** The payments that the filters leave, newest first, a page at a time. */
export function PaymentTable({ search }: { search: PaymentSearch }) {
  const t = useTranslations('adminPayments');
  const query = paymentQuery(search, useTimeZone() ?? 'UTC');
  const list = useInfiniteQuery({
    queryKey: queryKeys.adminPaymentList(query),
    queryFn: ({ pageParam: cursor, signal }) => {
      const params = { query: { ...query, limit: PAGE_SIZE, ...(cursor && { cursor }) } };
      return unwrap(api.GET('/api/v1/admin/payments', { params, signal }));
    },
    initialPageParam: null as string | null,
    getNextPageParam: ({ nextCursor }) => nextCursor,
  });
  const head = (
    <>
      <Th>{t('when')}</Th>
      <Th>{t('payment')}</Th>
      <Th wide>{t('status')}</Th>
      <Th numeric>{t('amount')}</Th>
    </>
  );
  const isNarrowed = Object.values(search).some(Boolean);
  return (
    <PagedList
      list={list}
      loading={t('loading')}
      empty={<EmptyState title={isNarrowed ? t('emptyFiltered') : t('empty')} />}
    >
      {(payments) => (
        <Table label={t('title')} head={head}>
          {payments.map((payment) => (
            <PaymentTableRow key={payment.id} payment={payment} />
          ))}
        </Table>
      )}
    </PagedList>
  );
}
