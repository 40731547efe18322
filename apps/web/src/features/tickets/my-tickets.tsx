'use client';

import { unwrap } from '@openmat/api-client';
import { useQuery } from '@tanstack/react-query';
import { ChevronDown } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { buttonClass } from '#components/ui/button-class.ts';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { ErrorState } from '#components/ui/error-state.tsx';
import { api } from '#lib/api/browser-client.ts';
import { queryKeys } from '#lib/api/query-keys.ts';
import type { Ticket } from '#lib/api/types.ts';
import { TicketRow } from './ticket-row.tsx';
import { isOver } from './ticket-validity.ts';
import { TicketsSkeleton } from './tickets-skeleton.tsx';

const MAX_TICKETS = 100;

/** The member's tickets: those that are good for something, and folded away below them those that are over. */
export function MyTickets() {
  const t = useTranslations('tickets');
  const { data, error, refetch, isFetching } = useQuery({
    queryKey: queryKeys.ticketList,
    queryFn: ({ signal }) => unwrap(api.GET('/api/v1/tickets', { params: { query: { limit: MAX_TICKETS } }, signal })),
  });
  if (!data) {
    if (error) return <ErrorState error={error} retry={refetch} pending={isFetching} />;
    return <TicketsSkeleton label={t('loading')} />;
  }
  const current = data.items.filter((ticket) => !isOver(ticket));
  const over = data.items.filter(isOver);
  return (
    <>
      {current.length === 0 && (
        <EmptyState title={over.length > 0 ? t('noneLeft') : t('empty')}>
          <p className="max-w-sm text-muted">{t('emptyText')}</p>
          <a href="#shop" className={buttonClass()}>
            {t('toShop')}
          </a>
        </EmptyState>
      )}
      {current.length > 0 && <TicketList label={t('mine')} tickets={current} />}
      {over.length > 0 && (
        <details className="group/over pt-2">
          <summary className="-ml-1 inline-flex min-h-11 list-none items-center gap-1 rounded-control px-1 font-medium text-muted hover:text-ink">
            {t('over', { count: over.length })}
            <ChevronDown aria-hidden="true" size={18} className="transition-transform group-open/over:rotate-180" />
          </summary>
          <TicketList label={t('overList')} tickets={over} />
        </details>
      )}
    </>
  );
}

function TicketList({ label, tickets }: { label: string; tickets: Ticket[] }) {
  return (
    <ul aria-label={label} className="border-line border-t">
      {tickets.map((ticket) => (
        <TicketRow key={ticket.id} ticket={ticket} />
      ))}
    </ul>
  );
}
