'use client';

import { unwrap } from '@openmat/api-client';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { ErrorState } from '#components/ui/error-state.tsx';
import { MoreButton } from '#components/ui/more-button.tsx';
import { ListSkeleton } from '#components/ui/skeleton.tsx';
import { api } from '#lib/api/browser-client.ts';
import { queryKeys } from '#lib/api/query-keys.ts';
import { MessageDetail } from './message-detail.tsx';
import { MessageRow } from './message-row.tsx';
import type { MessageSearch } from './message-search.ts';

const PAGE_SIZE = 30;
const heading = 'py-2 pr-4 font-semibold';

/** What members were told, newest first, a page at a time. */
export function MessageTable({ search }: { search: MessageSearch }) {
  const t = useTranslations('adminMessages');
  const [openId, setOpenId] = useState<string | null>(null);
  const list = useInfiniteQuery({
    queryKey: queryKeys.messageList(search),
    queryFn: ({ pageParam: cursor, signal }) => {
      const query = { ...search, limit: PAGE_SIZE, ...(cursor && { cursor }) };
      return unwrap(api.GET('/api/v1/admin/messages', { params: { query }, signal }));
    },
    initialPageParam: null as string | null,
    getNextPageParam: ({ nextCursor }) => nextCursor,
  });
  if (!list.data) {
    if (list.error) return <ErrorState error={list.error} retry={list.refetch} pending={list.isFetching} />;
    return <ListSkeleton label={t('loading')} />;
  }
  const messages = list.data.pages.flatMap(({ items }) => items);
  if (messages.length === 0) return <EmptyState title={t('empty')} />;
  const open = messages.find(({ id }) => id === openId);
  return (
    <>
      <table className="w-full border-collapse text-left">
        <caption className="sr-only">{t('title')}</caption>
        <thead className="border-line-strong border-b text-muted text-sm">
          <tr>
            <th className={heading}>{t('when')}</th>
            <th className={heading}>{t('message')}</th>
            <th className={`${heading} hidden md:table-cell`}>{t('member')}</th>
            <th className="py-2 font-semibold">{t('status')}</th>
          </tr>
        </thead>
        <tbody>
          {messages.map((message) => (
            <MessageRow key={message.id} message={message} onOpen={() => setOpenId(message.id)} />
          ))}
        </tbody>
      </table>
      <MoreButton list={list} />
      {open && <MessageDetail message={open} onClose={() => setOpenId(null)} />}
    </>
  );
}
