'use client';

import { unwrap } from '@openmat/api-client';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { buttonClass } from '#components/ui/button-class.ts';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { PagedList } from '#components/ui/paged-list.tsx';
import { Link } from '#i18n/navigation.ts';
import { api } from '#lib/api/browser-client.ts';
import { queryKeys } from '#lib/api/query-keys.ts';
import { WebhookRow } from './webhook-row.tsx';

const PAGE_SIZE = 30;

/** All webhooks, newest first; where there is none, what they are for. */
export function WebhookList() {
  const t = useTranslations('adminWebhooks');
  const list = useInfiniteQuery({
    queryKey: queryKeys.webhookList,
    queryFn: ({ pageParam: cursor, signal }) => {
      const query = { limit: PAGE_SIZE, ...(cursor && { cursor }) };
      return unwrap(api.GET('/api/v1/admin/webhooks', { params: { query }, signal }));
    },
    initialPageParam: null as string | null,
    getNextPageParam: ({ nextCursor }) => nextCursor,
  });
  const empty = (
    <EmptyState title={t('empty')}>
      <p className="max-w-prose text-muted">{t('purpose')}</p>
      <Link href="/admin/webhooks/new" className={buttonClass('secondary')}>
        {t('new')}
      </Link>
    </EmptyState>
  );
  return (
    <PagedList list={list} loading={t('loading')} empty={empty}>
      {(webhooks) => (
        <ul aria-label={t('title')} className="border-line border-t">
          {webhooks.map((webhook) => (
            <WebhookRow key={webhook.id} webhook={webhook} />
          ))}
        </ul>
      )}
    </PagedList>
  );
}
