'use client';

import { unwrap } from '@openmat/api-client';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { useEffect } from 'react';
import { buttonClass } from '#components/ui/button-class.ts';
import { ErrorState } from '#components/ui/error-state.tsx';
import { Notice } from '#components/ui/notice.tsx';
import { Link } from '#i18n/navigation.ts';
import { api } from '#lib/api/browser-client.ts';
import { queryKeys } from '#lib/api/query-keys.ts';
import type { Payment } from '#lib/api/types.ts';
import { GrantedTicket } from './granted-ticket.tsx';
import { paymentOutcome } from './payment-outcome.ts';
import { WaitingForPayment } from './waiting-for-payment.tsx';

const POLL_MS = 1_500;

/** Waits for the confirmation of a payment, says so, and goes on from there. Only the API's word counts, not the return from the payment page. */
export function CheckoutPage({ paymentId }: { paymentId: string }) {
  const queryClient = useQueryClient();
  const { data, error, refetch, isFetching } = useQuery({
    queryKey: queryKeys.payment(paymentId),
    queryFn: ({ signal }) => unwrap(api.GET('/api/v1/payments/{id}', { params: { path: { id: paymentId } }, signal })),
    refetchInterval: ({ state }) => (state.data && paymentOutcome(state.data) === 'waiting' ? POLL_MS : false),
  });
  const isGranted = data !== undefined && paymentOutcome(data) === 'granted';
  useEffect(() => {
    // A new ticket may also have promoted its owner from a waiting list.
    if (!isGranted) return;
    for (const queryKey of [queryKeys.ticketList, queryKeys.bookings]) void queryClient.invalidateQueries({ queryKey });
  }, [isGranted, queryClient]);
  if (!data) {
    if (error) return <ErrorState error={error} retry={refetch} pending={isFetching} />;
    return <WaitingForPayment payment={null} />;
  }
  return <Outcome payment={data} />;
}

function Outcome({ payment }: { payment: Payment }) {
  const t = useTranslations('checkout');
  const outcome = paymentOutcome(payment);
  if (outcome === 'waiting') return <WaitingForPayment payment={payment} />;
  if (outcome === 'granted') return <GrantedTicket payment={payment} />;
  return (
    <div className="grid gap-6" role="status">
      <h1 className="font-bold text-3xl tracking-tight">{t(`${outcome}.title`)}</h1>
      <Notice tone={outcome === 'quarantined' ? 'wait' : 'plain'}>
        {t(`${outcome}.text`, { plan: payment.plan.name })}
      </Notice>
      <Link href="/tickets" className={buttonClass('secondary')}>
        {t(outcome === 'expired' || outcome === 'failed' ? 'again' : 'toTickets')}
      </Link>
    </div>
  );
}
