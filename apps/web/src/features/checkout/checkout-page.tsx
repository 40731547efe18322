'use client';

import { isWorthRetrying, unwrap } from '@openmat/api-client';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { ErrorState } from '#components/ui/error-state.tsx';
import { api } from '#lib/api/browser-client.ts';
import { queryKeys } from '#lib/api/query-keys.ts';
import { GrantedTicket } from './granted-ticket.tsx';
import { PaymentAnnouncement } from './payment-announcement.tsx';
import { PaymentEnded } from './payment-ended.tsx';
import { paymentOutcome } from './payment-outcome.ts';
import { pollDelay } from './poll-delay.ts';
import { WaitingForPayment } from './waiting-for-payment.tsx';

/** Waits for the confirmation of a payment, says so, and goes on from there. Only the API's word counts, not the return from the payment page. */
export function CheckoutPage({ paymentId }: { paymentId: string }) {
  const { data, error, refetch, isFetching, fetchStatus } = usePayment(paymentId);
  // A connection that is lost comes back; until then this page waits like for the payment itself.
  if (!data && error && !isWorthRetrying(error))
    return <ErrorState error={error} retry={refetch} pending={isFetching} />;
  const outcome = data ? paymentOutcome(data) : 'waiting';
  return (
    <>
      <PaymentAnnouncement payment={data ?? null} outcome={outcome} />
      {(!data || outcome === 'waiting') && (
        <WaitingForPayment payment={data ?? null} isCutOff={error !== null || fetchStatus === 'paused'} />
      )}
      {data && outcome === 'granted' && <GrantedTicket payment={data} />}
      {data && outcome !== 'waiting' && outcome !== 'granted' && <PaymentEnded payment={data} outcome={outcome} />}
    </>
  );
}

function usePayment(paymentId: string) {
  const queryClient = useQueryClient();
  const query = useQuery({
    queryKey: queryKeys.payment(paymentId),
    queryFn: ({ signal }) => unwrap(api.GET('/api/v1/payments/{id}', { params: { path: { id: paymentId } }, signal })),
    refetchInterval: ({ state: { data, dataUpdateCount, error } }) =>
      error && !isWorthRetrying(error) ? false : pollDelay(data, dataUpdateCount),
  });
  const isGranted = query.data !== undefined && paymentOutcome(query.data) === 'granted';
  useEffect(() => {
    // A new ticket may also have promoted its owner from a waiting list.
    if (!isGranted) return;
    for (const queryKey of [queryKeys.ticketList, queryKeys.bookings]) void queryClient.invalidateQueries({ queryKey });
  }, [isGranted, queryClient]);
  return query;
}
