'use client';

import { unwrap } from '@openmat/api-client';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { CsvButton } from '#components/ui/csv-button.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { PagedList } from '#components/ui/paged-list.tsx';
import { api } from '#lib/api/browser-client.ts';
import { queryKeys } from '#lib/api/query-keys.ts';
import { AdminTicketRow } from './admin-ticket-row.tsx';
import { AssignTicket } from './assign-ticket.tsx';
import { SellTicket } from './sell-ticket.tsx';

const PAGE_SIZE = 20;

/** A member's tickets, newest first, with everything an admin can do about them. */
export function MemberTickets({ userId }: { userId: string }) {
  const t = useTranslations('adminTickets');
  const list = useInfiniteQuery({
    queryKey: queryKeys.adminTickets(userId),
    queryFn: ({ pageParam: cursor, signal }) => {
      const params = { path: { id: userId }, query: { limit: PAGE_SIZE, ...(cursor && { cursor }) } };
      return unwrap(api.GET('/api/v1/admin/users/{id}/tickets', { params, signal }));
    },
    initialPageParam: null as string | null,
    getNextPageParam: ({ nextCursor }) => nextCursor,
  });
  return (
    <>
      <div className="flex flex-wrap justify-end gap-3 pb-4">
        <SellTicket userId={userId} />
        <CsvButton path="/api/v1/admin/users/{id}/tickets" id={userId} />
        <AssignTicket userId={userId} />
      </div>
      <PagedList list={list} loading={t('loading')} empty={<EmptyState title={t('empty')} />}>
        {(tickets) => (
          <ul aria-label={t('title')} className="border-line border-t">
            {tickets.map((ticket) => (
              <AdminTicketRow key={ticket.id} ticket={ticket} />
            ))}
          </ul>
        )}
      </PagedList>
    </>
  );
}
