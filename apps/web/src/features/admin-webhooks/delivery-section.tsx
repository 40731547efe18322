'use client';

import { useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { Button } from '#components/ui/button.tsx';
import { SelectField } from '#components/ui/field.tsx';
import { queryKeys } from '#lib/api/query-keys.ts';
import { useFilters } from '#lib/navigation/use-filters.ts';
import { type DeliverySearch, deliveriesHref, deliveryStatuses, readDeliverySearch } from './delivery-search.ts';
import { DeliveryTable } from './delivery-table.tsx';

interface DeliverySectionProps {
  webhookId: string;
  search: DeliverySearch;
}

/** What was sent to a webhook, narrowed down by the address. */
export function DeliverySection({ webhookId, search: chosen }: DeliverySectionProps) {
  const t = useTranslations('adminWebhooks');
  const queryClient = useQueryClient();
  const { search, apply, pending } = useFilters(chosen, (next) => deliveriesHref(webhookId, next));
  return (
    <section aria-labelledby="deliveries" className="pt-12">
      <h2 id="deliveries" className="pb-1 font-bold text-2xl tracking-tight">
        {t('deliveries')}
      </h2>
      <p className="pb-4 text-muted">{t('deliveriesHint')}</p>
      <div aria-busy={pending} className="flex flex-wrap items-end gap-3 pb-6">
        <div className="w-48">
          <SelectField
            label={t('status')}
            value={search.status ?? ''}
            onChange={({ target }) => apply(readDeliverySearch({ status: target.value }))}
          >
            <option value="">{t('all')}</option>
            {deliveryStatuses.map((status) => (
              <option key={status} value={status}>
                {t(`statuses.${status}`)}
              </option>
            ))}
          </SelectField>
        </div>
        <Button variant="quiet" onClick={() => queryClient.invalidateQueries({ queryKey: queryKeys.webhooks })}>
          {t('refresh')}
        </Button>
      </div>
      <DeliveryTable webhookId={webhookId} search={chosen} />
    </section>
  );
}
