'use client';

import { unwrap } from '@openmat/api-client';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { PagedList } from '#components/ui/paged-list.tsx';
import { Table, Th } from '#components/ui/table.tsx';
import { api } from '#lib/api/browser-client.ts';
import { queryKeys } from '#lib/api/query-keys.ts';
import { MessageDetail } from './message-detail.tsx';
import { MessageRow } from './message-row.tsx';
import type { MessageSearch } from './message-search.ts';

const PAGE_SIZE = 30;

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
  const open = list.data?.pages.flatMap(({ items }) => items).find(({ id }) => id === openId);
  const head = (
    <>
      <Th>{t('when')}</Th>
      <Th>{t('message')}</Th>
      <Th wide>{t('member')}</Th>
      <Th>{t('status')}</Th>
    </>
  );
  return (
    <>
      <PagedList list={list} loading={t('loading')} empty={<EmptyState title={t('empty')} />}>
        {(messages) => (
          <Table label={t('title')} head={head}>
            {messages.map((message) => (
              <MessageRow key={message.id} message={message} onOpen={() => setOpenId(message.id)} />
            ))}
          </Table>
        )}
      </PagedList>
      {open && <MessageDetail message={open} onClose={() => setOpenId(null)} />}
    </>
  );
}
