'use client';

import { unwrap } from '@openmat/api-client';
import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { ErrorState } from '#components/ui/error-state.tsx';
import { ListSkeleton } from '#components/ui/skeleton.tsx';
import { api } from '#lib/api/browser-client.ts';
import { queryKeys } from '#lib/api/query-keys.ts';
import { TicketRow } from './ticket-row.tsx';

const MAX_TICKETS = 100;

/** The member's tickets: those that can be used first, the others behind them. */
export function MyTickets() {
  const t = useTranslations('tickets');
  const { data, error, refetch, isFetching } = useQuery({
    queryKey: queryKeys.ticketList,
    queryFn: ({ signal }) => unwrap(api.GET('/api/v1/tickets', { params: { query: { limit: MAX_TICKETS } }, signal })),
  });
  if (!data) {
    if (error) return <ErrorState error={error} retry={refetch} pending={isFetching} />;
    return <ListSkeleton label={t('loading')} rows={2} />;
  }
  if (data.items.length === 0) return <p className="pb-4 text-muted">{t('empty')}</p>;
  const isUsable = (state: string) => state === 'active' || state === 'not_started';
  const tickets = [
    ...data.items.filter(({ state }) => isUsable(state)),
    ...data.items.filter(({ state }) => !isUsable(state)),
  ];
  return (
    <ul aria-label={t('mine')} className="border-line border-t">
      {tickets.map((ticket) => (
        <TicketRow key={ticket.id} ticket={ticket} />
      ))}
    </ul>
  );
}
