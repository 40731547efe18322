'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { PagedList } from '#components/ui/paged-list.tsx';
import { Table, Th } from '#components/ui/table.tsx';
import type { WebhookDelivery } from '#lib/api/types.ts';
import { DeliveryDetail } from './delivery-detail.tsx';
import { DeliveryRow } from './delivery-row.tsx';
import type { DeliverySearch } from './delivery-search.ts';
import { useDeliveries } from './use-deliveries.ts';

/** Deliveries, a page at a time; each opens with everything about it. */
export function DeliveryTable({ webhookId, search }: { webhookId: string; search: DeliverySearch }) {
  const t = useTranslations('adminWebhooks');
  const [opened, setOpened] = useState<WebhookDelivery | null>(null);
  const list = useDeliveries(webhookId, search);
  // What is sent again may leave the list by that; what is open stays open.
  const open = list.data?.pages.flatMap(({ items }) => items).find(({ id }) => id === opened?.id) ?? opened;
  const head = (
    <>
      <Th>{t('when')}</Th>
      <Th>{t('event')}</Th>
      <Th>{t('status')}</Th>
      <Th wide numeric>
        {t('attempts')}
      </Th>
      <Th wide>{t('lastAnswer')}</Th>
    </>
  );
  return (
    <>
      <PagedList list={list} loading={t('loadingDeliveries')} empty={<EmptyState title={t('noDeliveries')} />}>
        {(deliveries) => (
          <Table label={t('deliveries')} head={head}>
            {deliveries.map((delivery) => (
              <DeliveryRow key={delivery.id} delivery={delivery} onOpen={() => setOpened(delivery)} />
            ))}
          </Table>
        )}
      </PagedList>
      {open && <DeliveryDetail key={open.id} delivery={open} onClose={() => setOpened(null)} />}
    </>
  );
}
